namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>Which visits to find.</summary>
/// <param name="Gate">Seen at this gate; null for all.</param>
/// <param name="Since">First seen not before; null for any time.</param>
/// <param name="Until">First seen before; null for any time.</param>
/// <param name="Skip">Visits to leave out, from the newest.</param>
/// <param name="Limit">Most visits.</param>
internal sealed record VisitFilter(string? Gate = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, int Skip = 0, int Limit = 50);
