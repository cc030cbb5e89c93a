using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Audit;

/// <summary>
/// Finds audit records, from the newest backwards. One look reads a bounded number of records and says how far it came. Safe for several
/// threads.
/// </summary>
internal sealed class AuditReader(IJournal journal, IJournalReader reader, JournalSearch search)
{
    /// <summary>Lines of one page.</summary>
    public const int Rows = 50;

    private const int Block = 2000;

    /// <summary>Some seconds of reading on a small box; whoever wants more asks for more.</summary>
    private const int MostRecords = 60_000;

    /// <summary>Up to <see cref="Rows"/> lines before a sequence.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only records before this sequence; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read; the message says why.</exception>
    public async Task<AuditPart> FindAsync(AuditFilter filter, long? before, CancellationToken cancellationToken)
    {
        var top = before is { } given ? Math.Min(given - 1, journal.LastSequence) : journal.LastSequence;
        top = filter.Until is { } until ? Math.Min(top, await search.BeforeAsync(until, cancellationToken)) : top;
        var lines = new List<AuditLine>(Rows);
        for (var looked = 0; top > 0; looked += Block)
        {
            if (looked >= MostRecords)
            {
                return new AuditPart(lines, top + 1);
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
                    return new AuditPart(lines, Before: null);
                }

                if (record.Kind == EventKind.Audit && AuditLines.Of(record) is { } line && filter.Matches(line))
                {
                    lines.Add(line);
                    if (lines.Count == Rows)
                    {
                        return new AuditPart(lines, record.Sequence > 1 ? record.Sequence : null);
                    }
                }
            }

            // Where records were dropped by retention, the reader answers with later ones: nothing older is left.
            top = records.Count == 0 || records[0].Sequence > top ? 0 : from;
        }

        return new AuditPart(lines, Before: null);
    }
}
