using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Uplink;

/// <summary>A journal and media store that last as long as the process; they keep every promise of the interfaces but durability.</summary>
internal sealed class MemoryJournal : IJournal, IJournalReader, IMediaStore
{
    private readonly Lock _gate = new();
    private readonly List<JournalRecord> _records = [];
    private readonly ConcurrentDictionary<string, byte[]> _media = new(StringComparer.Ordinal);
    private TaskCompletionSource _appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid JournalId { get; set; } = Guid.CreateVersion7();

    public long LastSequence
    {
        get
        {
            lock (_gate)
            {
                return _records.Count;
            }
        }
    }

    /// <summary>Appends an event of the gate with some JSON data.</summary>
    public JournalRecord Add(EventPriority priority = EventPriority.Normal, string kind = EventKind.Passage, int bytes = 100, params MediaReference[] media) =>
        Append(new JournalEntry(kind, priority, "gate-1", Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', bytes)}}"}"""), media));

    public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken) => ValueTask.FromResult(Append(entry));

    public ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalRecord>>(_records.Skip((int)after).Take(limit).ToArray());
        }
    }

    public ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, EventPriority priority, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalRecord>>(
                _records.Skip((int)after).Where(record => record.Priority == priority).Take(limit).ToArray());
        }
    }

    public async ValueTask WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task appended;
            lock (_gate)
            {
                if (_records.Count > after)
                {
                    return;
                }

                appended = _appended.Task;
            }

            await appended.WaitAsync(cancellationToken);
        }
    }

    public ValueTask<MediaReference> StoreAsync(ReadOnlyMemory<byte> bytes, string contentType, string role, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        _media[sha256] = bytes.ToArray();
        return ValueTask.FromResult(new MediaReference(sha256, contentType, bytes.Length, role));
    }

    ValueTask<byte[]?> IMediaStore.ReadAsync(string sha256, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_media.GetValueOrDefault(sha256));

    public ValueTask<bool> DeleteAsync(string sha256, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_media.TryRemove(sha256, out _));

    private JournalRecord Append(JournalEntry entry)
    {
        TaskCompletionSource appended;
        JournalRecord record;
        lock (_gate)
        {
            var sequence = _records.Count + 1;
            var previous = sequence == 1 ? new byte[32] : _records[^1].Hash;
            record = new JournalRecord(
                sequence, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), sequence, entry.Kind, entry.Priority, entry.Device, entry.Data, entry.Media,
                previous, SHA256.HashData(entry.Data.Span));
            _records.Add(record);
            appended = _appended;
            _appended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        appended.TrySetResult();
        return record;
    }
}
