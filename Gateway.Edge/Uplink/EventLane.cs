using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink;

/// <summary>
/// Decides which record goes next: emergencies first, then what was asked for again, then the journal in order as far as the bound on
/// unreceipted records allows. Owned by the pump.
/// </summary>
internal sealed class EventLane(
    IJournal journal, IJournalReader reader, UplinkStore store, UplinkOptions options, TimeProvider time, ILogger<UplinkService> logger)
{
    private const int ReadLimit = 256;
    private const int MostUrgent = 1024;
    private static readonly TimeSpan s_resendQuiet = TimeSpan.FromSeconds(5);

    private readonly Queue<JournalRecord> _urgent = new();
    private readonly HashSet<long> _ahead = [];
    private readonly SortedSet<long> _again = [];
    private readonly Queue<JournalRecord> _againRecords = new();
    private readonly Dictionary<long, long> _resentAt = [];
    private IReadOnlyList<JournalRecord> _batch = [];
    private int _next;
    private long _mediaThrough = store.MediaThrough;
    private long _urgentThrough = store.Receipted;

    /// <summary>Every record up to here has been sent at least once.</summary>
    public long Cursor { get; private set; } = store.Receipted;

    /// <summary>The station has every record up to here.</summary>
    public long Watermark { get; private set; } = store.Receipted;

    /// <summary>Records sent in order and not receipted.</summary>
    public long Outstanding => Cursor - Watermark;

    /// <summary>The next record to send, or null when there is none for now.</summary>
    public async ValueTask<JournalRecord?> NextAsync(SendWindow window, CancellationToken cancellationToken)
    {
        if (journal.LastSequence > _urgentThrough)
        {
            await NoticeUrgentAsync(cancellationToken);
        }

        if (_urgent.TryDequeue(out var urgent))
        {
            return urgent;
        }

        return await NextAgainAsync(window, cancellationToken) ?? await NextInOrderAsync(cancellationToken);
    }

    /// <summary>Takes a receipt's watermark and gaps; true when the watermark rose.</summary>
    public bool Apply(Receipt receipt)
    {
        var rose = receipt.Watermark > Watermark;
        if (rose)
        {
            Watermark = receipt.Watermark;
            _again.RemoveWhere(sequence => sequence <= Watermark);
            _ahead.RemoveWhere(sequence => sequence <= Watermark && sequence <= Cursor);
        }

        if (Watermark > Cursor)
        {
            // The station knows more than we remember: our own file was lost.
            Cursor = Watermark;
            (_batch, _next) = ([], 0);
        }

        Prune();
        var asked = new List<long>();
        foreach (var range in receipt.Missing)
        {
            for (var sequence = range.From; sequence <= Math.Min(range.To, Cursor) && asked.Count < options.MaximumUnreceipted; sequence++)
            {
                if (!_resentAt.ContainsKey(sequence) && _again.Add(sequence))
                {
                    asked.Add(sequence);
                }
            }
        }

        if (asked.Count > 0)
        {
            logger.GapRequested(asked.Count, asked[0], asked[^1]);
        }

        return rose;
    }

    /// <summary>Sends the oldest unreceipted records again; how many.</summary>
    public long ResendOldest(int count)
    {
        var last = Math.Min(Cursor, Watermark + count);
        for (var sequence = Watermark + 1; sequence <= last; sequence++)
        {
            _again.Add(sequence);
        }

        return last - Watermark;
    }

    /// <summary>Sends one record again, because the broker did not take it.</summary>
    public void Retry(long sequence) => _again.Add(sequence);

    private async ValueTask NoticeUrgentAsync(CancellationToken cancellationToken)
    {
        var last = journal.LastSequence;
        var after = Math.Max(_urgentThrough, Cursor);
        IReadOnlyList<JournalRecord> found;
        do
        {
            found = await reader.ReadAsync(after, EventPriority.Emergency, ReadLimit, cancellationToken);
            foreach (var record in found)
            {
                after = record.Sequence;
                if (_ahead.Add(record.Sequence))
                {
                    _urgent.Enqueue(record);
                }
            }

            KeepMedia(found, _mediaThrough);
        }
        while (found.Count == ReadLimit && _urgent.Count < MostUrgent);
        _urgentThrough = found.Count == ReadLimit ? after : Math.Max(last, after);
    }

    private async ValueTask<JournalRecord?> NextAgainAsync(SendWindow window, CancellationToken cancellationToken)
    {
        while (_againRecords.Count > 0 || _again.Count > 0)
        {
            if (_againRecords.Count == 0)
            {
                await ReadAgainAsync(cancellationToken);
            }

            while (_againRecords.TryDequeue(out var record))
            {
                if (!window.Holds(record.Sequence))
                {
                    _resentAt[record.Sequence] = time.GetTimestamp();
                    return record;
                }
            }
        }

        return null;
    }

    private async ValueTask ReadAgainAsync(CancellationToken cancellationToken)
    {
        var first = _again.Min;
        var records = await reader.ReadAsync(first - 1, ReadLimit, cancellationToken);
        foreach (var record in records)
        {
            if (_again.Remove(record.Sequence))
            {
                _againRecords.Enqueue(record);
            }
        }

        // What lies within the records read and was not among them is gone.
        var through = records.Count < ReadLimit ? long.MaxValue : records[^1].Sequence;
        foreach (var gone in _again.Where(sequence => sequence <= through).ToArray())
        {
            _again.Remove(gone);
            _resentAt[gone] = time.GetTimestamp();
            logger.RecordGone(gone);
        }
    }

    private async ValueTask<JournalRecord?> NextInOrderAsync(CancellationToken cancellationToken)
    {
        while (Outstanding < options.MaximumUnreceipted)
        {
            if (_next == _batch.Count)
            {
                if (journal.LastSequence <= Cursor)
                {
                    return null;
                }

                _batch = await reader.ReadAsync(Cursor, ReadLimit, cancellationToken);
                _next = 0;
                if (_batch.Count == 0)
                {
                    return null;
                }

                KeepMedia(_batch, _batch[^1].Sequence);
            }

            var record = _batch[_next++];
            Cursor = record.Sequence;
            if (!_ahead.Remove(record.Sequence))
            {
                return record;
            }
        }

        return null;
    }

    private void KeepMedia(IReadOnlyList<JournalRecord> records, long through)
    {
        List<(long, MediaReference)>? media = null;
        foreach (var record in records)
        {
            if (record.Sequence > _mediaThrough)
            {
                foreach (var medium in record.Media)
                {
                    (media ??= []).Add((record.Sequence, medium));
                }
            }
        }

        if (media is not null)
        {
            store.AddMedia(media, through);
        }

        _mediaThrough = Math.Max(_mediaThrough, through);
    }

    private void Prune()
    {
        foreach (var (sequence, at) in _resentAt)
        {
            if (time.GetElapsedTime(at) >= s_resendQuiet)
            {
                _resentAt.Remove(sequence);
            }
        }
    }
}
