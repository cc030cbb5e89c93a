using Gateway.Edge.Digest.Search;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Events;

/// <summary>Finds what the journal holds of every kind, from the newest backwards. Safe for several threads.</summary>
internal sealed class EventHistory(RecordFinder finder, EventLines lines)
{
    /// <summary>Lines of one page.</summary>
    public const int Rows = 50;

    /// <summary>Up to <paramref name="most"/> lines before a sequence, the newest first.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read; the message says why.</exception>
    public Task<FoundRecords<EventLine>> FindAsync(EventQuery query, long? before, int most, CancellationToken cancellationToken) =>
        finder.FindAsync(query, lines.Of, before, most, cancellationToken);
}
