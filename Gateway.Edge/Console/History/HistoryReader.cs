using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Digest.Search;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.History;

/// <summary>Finds what the journal holds about vehicles, from the newest backwards. Safe for use by several threads.</summary>
internal sealed class HistoryReader(RecordFinder finder)
{
    /// <summary>Lines of one page.</summary>
    public const int Rows = 50;

    /// <summary>Up to <paramref name="most"/> lines before a sequence, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only records before this sequence; null for all.</param>
    /// <param name="most">Most lines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read; the message says why.</exception>
    public async Task<HistoryPart> FindAsync(HistoryFilter filter, long? before, int most, CancellationToken cancellationToken)
    {
        var query = new EventQuery
        {
            Sorts = sort => sort.Kind == EventKind.Vehicle
                && HistoryLines.MayShow(sort.Code, sort.Method)
                && (filter.Barrier is null || sort.Device == filter.Barrier)
                && (filter.Outcome is null || sort.Method == filter.Outcome || sort.Code == filter.Outcome),
            Plate = filter.Plate,
            Since = filter.Since,
            Until = filter.Until,
        };
        var found = await finder.FindAsync(query, record => HistoryLines.Of(record, filter), before, most, cancellationToken);
        return new HistoryPart(found.Lines, found.Before, found.LookedTo);
    }
}
