using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Digest.Search;

/// <summary>
/// Finds records from the newest backwards: what the digest has by the digest, what it lacks yet in the journal itself, so that nothing is left out
/// while it is made. One look reads a bounded number of records and says how far it came. Safe for use by several threads.
/// </summary>
internal sealed class RecordFinder(IJournal journal, IJournalReader reader, JournalSearch search, DigestKeeper keeper, DigestReader digest)
{
    /// <summary>Records read of the journal itself in one look: some tenths of a second on a small box.</summary>
    private const int MostWalked = 20_000;

    /// <summary>Records that the digest named and that were read in one look.</summary>
    private const int MostPicked = 1500;

    private const int Block = 1000;

    /// <summary>Up to <paramref name="most"/> lines before a sequence, the newest first.</summary>
    /// <param name="query">Which records.</param>
    /// <param name="line">Makes a line of a record; null leaves it out.</param>
    /// <param name="before">Only records before this sequence; null for all.</param>
    /// <param name="most">Most lines, at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read; the message says why.</exception>
    public async Task<FoundRecords<T>> FindAsync<T>(EventQuery query, Func<JournalRecord, T?> line, long? before, int most, CancellationToken cancellationToken)
        where T : class
    {
        var look = new Look<T>(query, line, most);
        var top = before is { } given ? Math.Min(given - 1, journal.LastSequence) : journal.LastSequence;
        top = query.Until is { } until ? Math.Min(top, await search.BeforeAsync(until, cancellationToken)) : top;
        var bottom = query.Since is { } since ? await search.BeforeAsync(since, cancellationToken) : 0;
        var through = keeper.Standing.Through;
        if (top > through && await WalkAsync(look, Math.Max(bottom, through), top, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        try
        {
            return await PickAsync(look, bottom, Math.Min(top, through), cancellationToken);
        }
        catch (SqliteException)
        {
            // The digest is being made again: the journal itself has it all.
            return await WalkAsync(look, bottom, Math.Min(look.Next - 1 ?? top, Math.Min(top, through)), cancellationToken) ?? look.Done();
        }
    }

    // The look's answer where it ended; null where there may be older ones.
    private async Task<FoundRecords<T>?> WalkAsync<T>(Look<T> look, long bottom, long top, CancellationToken cancellationToken)
        where T : class
    {
        for (var walked = 0; top > bottom; walked += Block)
        {
            if (walked >= MostWalked)
            {
                return look.GaveUp(top + 1);
            }

            var from = Math.Max(bottom, top - Block);
            var records = await reader.ReadAsync(from, (int)(top - from), cancellationToken);
            for (var index = records.Count - 1; index >= 0; index--)
            {
                if (records[index].Sequence <= top && look.Take(records[index], isSure: false))
                {
                    return look.Full();
                }
            }

            // Where records were dropped by retention, the reader answers with later ones: nothing older is left.
            top = records.Count == 0 || records[0].Sequence > top ? bottom : from;
        }

        return null;
    }

    private async Task<FoundRecords<T>> PickAsync<T>(Look<T> look, long bottom, long top, CancellationToken cancellationToken)
        where T : class
    {
        for (var picked = 0; top > bottom;)
        {
            if (picked >= MostPicked)
            {
                return look.GaveUp(top + 1);
            }

            // More each time: most looks are full with what they asked for first.
            var block = Math.Min(Block, Math.Max(look.Room, picked));
            var sequences = digest.Find(look.Query, bottom, top, block);
            foreach (var record in await reader.PickAsync(sequences, cancellationToken))
            {
                if (look.Take(record, isSure: true))
                {
                    return look.Full();
                }
            }

            picked += sequences.Count;
            top = sequences.Count < block ? bottom : sequences[^1] - 1;
        }

        return look.Done();
    }

    /// <summary>One look on its way.</summary>
    private sealed class Look<T>(EventQuery query, Func<JournalRecord, T?> line, int most)
        where T : class
    {
        private readonly List<T> _lines = [];
        private JournalRecord? _oldest;

        public EventQuery Query => query;

        public int Room => most - _lines.Count;

        /// <summary>Sequence of the oldest record looked at; null before the first.</summary>
        public long? Next => _oldest?.Sequence;

        /// <summary>Looks at a record; true when there is no room for another line.</summary>
        public bool Take(JournalRecord record, bool isSure)
        {
            _oldest = record;
            if (!(record.Time < query.Since) && !(record.Time >= query.Until) && (isSure || query.Matches(EventReading.Of(record))) && line(record) is { } made)
            {
                _lines.Add(made);
            }

            return _lines.Count >= most;
        }

        public FoundRecords<T> Full() => new(_lines, _oldest is { Sequence: > 1 } oldest ? oldest.Sequence : null, LookedTo: null);

        public FoundRecords<T> Done() => new(_lines, Before: null, LookedTo: null);

        public FoundRecords<T> GaveUp(long before) => new(_lines, before, _oldest?.Time);
    }
}
