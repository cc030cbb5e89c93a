using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>Finds records by time. Safe for use by several threads.</summary>
internal sealed class JournalSearch(IJournal journal, IJournalReader reader)
{
    private const int Page = 1000;

    /// <summary>The last sequence before a time; 0 where none is. Halves the journal: some twenty records are read, however long it is.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public async Task<long> BeforeAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (low, high) = (0L, journal.LastSequence);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var found = await reader.ReadAsync(middle, 1, cancellationToken);
            if (found.Count == 0 || found[0].Time >= since)
            {
                high = middle;
            }
            else
            {
                low = found[0].Sequence;
            }
        }

        return low;
    }

    /// <summary>Records of one kind and priority after a sequence, ascending.</summary>
    /// <param name="after">The sequence.</param>
    /// <param name="kind">One of <see cref="EventKind"/>.</param>
    /// <param name="priority">Exactly this one.</param>
    /// <param name="mostPages">Most pages of a thousand records of that priority that are read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public async IAsyncEnumerable<JournalRecord> OfKindAsync(
        long after, string kind, EventPriority priority, int mostPages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 0; page < mostPages; page++)
        {
            var records = await reader.ReadAsync(after, priority, Page, cancellationToken);
            foreach (var record in records.Where(record => record.Kind == kind))
            {
                yield return record;
            }

            if (records.Count < Page)
            {
                yield break;
            }

            after = records[^1].Sequence;
        }
    }
}
