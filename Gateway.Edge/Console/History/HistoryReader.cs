using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.History;

/// <summary>
/// Finds what the journal holds about vehicles, from the newest backwards. One look reads a bounded number of records and says how far it
/// came. Safe for use by several threads.
/// </summary>
internal sealed class HistoryReader(IJournal journal, IJournalReader reader, JournalSearch search)
{
    /// <summary>Lines of one page.</summary>
    public const int Rows = 50;

    private const int Block = 2000;

    /// <summary>Some seconds of reading on a small box; whoever wants more asks for more.</summary>
    private const int MostRecords = 60_000;

    /// <summary>Up to <paramref name="most"/> lines before a sequence, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only records before this sequence; null for all.</param>
    /// <param name="most">Most lines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read; the message says why.</exception>
    public async Task<HistoryPart> FindAsync(HistoryFilter filter, long? before, int most, CancellationToken cancellationToken)
    {
        var top = await TopAsync(filter, before, cancellationToken);
        var lines = new List<HistoryLine>(most);
        DateTimeOffset? oldest = null;
        for (var looked = 0; top > 0; looked += Block)
        {
            if (looked >= MostRecords)
            {
                return new HistoryPart(lines, top + 1, oldest);
            }

            var from = Math.Max(0, top - Block);
            var records = await reader.ReadAsync(from, (int)(top - from), cancellationToken);
            for (var i = records.Count - 1; i >= 0; i--)
            {
                var record = records[i];
                if (record.Sequence > top)
                {
                    continue;
                }

                if (record.Time < filter.Since)
                {
                    return new HistoryPart(lines, Before: null, LookedTo: null);
                }

                oldest = record.Time;
                if (record.Kind == EventKind.Vehicle && HistoryLines.Of(record, filter) is { } line)
                {
                    lines.Add(line);
                    if (lines.Count == most)
                    {
                        return new HistoryPart(lines, record.Sequence > 1 ? record.Sequence : null, LookedTo: null);
                    }
                }
            }

            // Where records were dropped by retention, the reader answers with later ones: nothing older is left.
            top = records.Count == 0 || records[0].Sequence > top ? 0 : from;
        }

        return new HistoryPart(lines, Before: null, LookedTo: null);
    }

    private async Task<long> TopAsync(HistoryFilter filter, long? before, CancellationToken cancellationToken)
    {
        var top = before is { } given ? Math.Min(given - 1, journal.LastSequence) : journal.LastSequence;
        return filter.Until is { } until ? Math.Min(top, await search.BeforeAsync(until, cancellationToken)) : top;
    }
}
