namespace EdgeGateway.Benchmarks.Pages;

/// <summary>How large the compound is whose pages are measured.</summary>
/// <param name="Residents">Registered residents; seven of ten with a face.</param>
/// <param name="Records">Records of the journal, spread over <paramref name="Days"/>.</param>
/// <param name="Days">Days back from now.</param>
internal sealed record CompoundSize(int Residents, int Records, int Days)
{
    /// <summary>What the pages are promised for.</summary>
    public static CompoundSize Promised { get; } = new(10_000, 1_000_000, 90);

    public int Vehicles => Residents * 6 / 10;

    public int Stays => Residents * 4;

    public int Grants => Residents / 8;

    public int Passes => Residents / 5;

    public int Visits => Residents / 2;

    public int Media => Residents / 2;
}
