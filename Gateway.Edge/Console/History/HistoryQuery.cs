using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.History;

/// <summary>Reads what an address asks the history for. Safe for several threads.</summary>
internal sealed class HistoryQuery(ConsoleClock clock)
{
    private const int LongestPart = 16;

    /// <summary>The filter; what cannot be read is left out.</summary>
    public HistoryFilter Filter(string? plate, string? since, string? until, string? barrier, string? outcome)
    {
        var part = HistoryFilter.Part(plate);
        return new HistoryFilter(
            part is { Length: >= HistoryFilter.ShortestPart and <= LongestPart } ? part : null,
            clock.FromField(since),
            clock.FromField(until),
            string.IsNullOrEmpty(barrier) ? null : barrier,
            string.IsNullOrEmpty(outcome) ? null : outcome);
    }
}
