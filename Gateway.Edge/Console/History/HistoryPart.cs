namespace Gateway.Edge.Console.History;

/// <summary>What one look into the journal found.</summary>
/// <param name="Lines">The newest first.</param>
/// <param name="Before">Sequence before which the next look begins; null where there is nothing older.</param>
/// <param name="LookedTo">Time of the oldest record looked at, where the look gave up before it was full; null otherwise.</param>
internal sealed record HistoryPart(IReadOnlyList<HistoryLine> Lines, long? Before, DateTimeOffset? LookedTo);
