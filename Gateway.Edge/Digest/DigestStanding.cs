namespace Gateway.Edge.Digest;

/// <summary>How far the digest has come.</summary>
/// <param name="Through">The last sequence that is in it.</param>
/// <param name="Last">The journal's last sequence.</param>
/// <param name="First">The journal's first sequence when the digest was opened.</param>
public sealed record DigestStanding(long Through, long Last, long First)
{
    /// <summary>Records that are not in it yet.</summary>
    public long Missing => Math.Max(Last - Through, 0);

    /// <summary>0 to 1.</summary>
    public double Share => Last < First || Missing == 0 ? 1 : Math.Clamp((Through - First + 1) / (double)(Last - First + 1), 0, 1);
}
