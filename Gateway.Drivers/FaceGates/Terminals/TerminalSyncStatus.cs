namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>How far a terminal holds the people whom it shall recognise.</summary>
/// <param name="Wanted">How many it shall hold.</param>
/// <param name="Waiting">Numbers that it has not confirmed yet, added, changed or removed.</param>
/// <param name="Rejected">Numbers that it has refused, with its reason; tried again when the person changes, and every hour.</param>
public sealed record TerminalSyncStatus(int Wanted, IReadOnlyCollection<string> Waiting, IReadOnlyDictionary<string, string> Rejected)
{
    /// <summary>The terminal holds exactly those whom it shall hold.</summary>
    public bool IsComplete => Waiting.Count == 0 && Rejected.Count == 0;
}
