namespace Gateway.Edge.Digest.Counts;

/// <summary>One alert.</summary>
/// <param name="Kind">Kind of its record.</param>
/// <param name="At">When it was raised.</param>
/// <param name="Acknowledged">When somebody took note of it first; null while nobody did, or where the gateway does not learn of it.</param>
internal sealed record AlertCount(string Kind, DateTimeOffset At, DateTimeOffset? Acknowledged);
