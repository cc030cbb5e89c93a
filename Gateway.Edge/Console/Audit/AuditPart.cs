namespace Gateway.Edge.Console.Audit;

/// <summary>What one look found.</summary>
/// <param name="Lines">The newest first.</param>
/// <param name="Before">The sequence to go on before; null when there is nothing older.</param>
internal sealed record AuditPart(IReadOnlyList<AuditLine> Lines, long? Before)
{
    /// <summary>Time of the oldest record looked at, where the look gave up before it was full; null otherwise.</summary>
    public DateTimeOffset? LookedTo { get; init; }
}
