using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>A media store on a full disk.</summary>
internal sealed class NoMedia : IMediaStore
{
    public ValueTask<MediaReference> StoreAsync(ReadOnlyMemory<byte> bytes, string contentType, string role, CancellationToken cancellationToken) =>
        throw new JournalUnavailableException("no room");

    public ValueTask<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken) => new((byte[]?)null);

    public ValueTask<bool> DeleteAsync(string sha256, CancellationToken cancellationToken) => new(false);
}

/// <summary>A media store that takes nothing large of one kind, in the words of the real one.</summary>
internal sealed class SmallMedia(IMediaStore media, int most, string contentType) : IMediaStore
{
    public ValueTask<MediaReference> StoreAsync(ReadOnlyMemory<byte> bytes, string type, string role, CancellationToken cancellationToken) =>
        type == contentType && bytes.Length > most
            ? throw new ArgumentException($"A medium must have 1 to {most} bytes, not {bytes.Length}.", nameof(bytes))
            : media.StoreAsync(bytes, type, role, cancellationToken);

    public ValueTask<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken) => media.ReadAsync(sha256, cancellationToken);

    public ValueTask<bool> DeleteAsync(string sha256, CancellationToken cancellationToken) => media.DeleteAsync(sha256, cancellationToken);
}

/// <summary>A media store whose disk answers when the test says so.</summary>
internal sealed class SlowMedia(IMediaStore media) : IMediaStore
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _waiting;

    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many have asked.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Somebody waits for the disk.</summary>
    public Task Asked => _asked.Task;

    public async ValueTask<MediaReference> StoreAsync(ReadOnlyMemory<byte> bytes, string contentType, string role, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        _asked.TrySetResult();
        await Go.Task.WaitAsync(cancellationToken);
        return await media.StoreAsync(bytes, contentType, role, cancellationToken);
    }

    public ValueTask<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken) => media.ReadAsync(sha256, cancellationToken);

    public ValueTask<bool> DeleteAsync(string sha256, CancellationToken cancellationToken) => media.DeleteAsync(sha256, cancellationToken);
}

/// <summary>A journal that takes nothing until the test says so.</summary>
internal sealed class BrokenJournal(IJournal journal) : IJournal
{
    private int _refused;

    public int Refused => Volatile.Read(ref _refused);

    public bool Works { get; set; }

    public Guid JournalId => journal.JournalId;

    public long LastSequence => journal.LastSequence;

    public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (Works)
        {
            return journal.AppendAsync(entry, cancellationToken);
        }

        Interlocked.Increment(ref _refused);
        throw new JournalUnavailableException("the disk is full");
    }
}
