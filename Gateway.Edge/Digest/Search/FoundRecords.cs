namespace Gateway.Edge.Digest.Search;

/// <summary>What one look found.</summary>
/// <typeparam name="T">Of what is made of a record.</typeparam>
/// <param name="Lines">The newest first.</param>
/// <param name="Before">Sequence before which the next look begins; null where there is nothing older.</param>
/// <param name="LookedTo">Time of the oldest record looked at, where the look gave up before it was full; null otherwise.</param>
internal sealed record FoundRecords<T>(IReadOnlyList<T> Lines, long? Before, DateTimeOffset? LookedTo);
