using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>
/// The one thread that writes. It takes everything that waits, makes it durable with one flush, and goes on; while the disk flushes,
/// the next batch gathers. A failure fails its batch, and the next batch tries a fresh session.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly Channel<PendingAppend> _queue;
    private readonly Thread _thread;
    private readonly Func<JournalSession> _open;
    private readonly IJournalWitness _witness;
    private readonly int _batchLimit;

    // Guards the session: held by the writer's thread during a commit and by a trimming caller.
    private readonly Lock _sessionGate = new();
    private JournalSession? _session;

    // Owned by the writer's thread: the stamp of the newest record, below which no later one falls.
    private long _monotonic;

    public JournalWriter(JournalSession? session, Func<JournalSession> open, IJournalWitness witness, JournalOptions options)
    {
        _session = session;
        _open = open;
        _witness = witness;
        _batchLimit = options.BatchLimit;
        _queue = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.QueueCapacity)
        {
            SingleReader = true,
            // Wakes the writer's thread straight from the caller, without a detour through the thread pool.
            AllowSynchronousContinuations = true,
        });
        _thread = new Thread(Run) { IsBackground = true, Name = "journal-writer" };
    }

    /// <summary>Starts the thread.</summary>
    public void Start() => _thread.Start();

    /// <summary>Queues an append; waits for room where the queue is full. Cancelling works until it is queued, then the record is written.</summary>
    /// <exception cref="JournalUnavailableException">The journal is closed.</exception>
    public ValueTask EnqueueAsync(PendingAppend pending, CancellationToken cancellationToken) =>
        _queue.Writer.TryWrite(pending) ? ValueTask.CompletedTask : EnqueueSlowlyAsync(pending, cancellationToken);

    /// <summary>Removes receipted records; see <see cref="JournalSession.Trim"/>.</summary>
    /// <exception cref="SqliteException">The disk is full, faulty, or the file is damaged.</exception>
    public int Trim(long receiptedThrough, int limit)
    {
        lock (_sessionGate)
        {
            _session ??= _open();
            return _session.Trim(receiptedThrough, limit);
        }
    }

    /// <summary>Writes what is queued, then closes the file.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        _session?.Dispose();
    }

    private async ValueTask EnqueueSlowlyAsync(PendingAppend pending, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException error)
        {
            throw new JournalUnavailableException("The journal is closed: the gateway is stopping.", error);
        }
    }

    private void Run()
    {
        var batch = new List<PendingAppend>(_batchLimit);
        while (WaitForWork())
        {
            while (batch.Count < _batchLimit && _queue.Reader.TryRead(out var pending))
            {
                _monotonic = pending.Monotonic = Math.Max(_monotonic, pending.Monotonic);
                batch.Add(pending);
            }

            Write(batch);
            batch.Clear();
        }
    }

    private bool WaitForWork()
    {
        var wait = _queue.Reader.WaitToReadAsync();
        // Blocks this thread, which is the writer's own; the task's wait spins briefly before it sleeps.
        return wait.IsCompletedSuccessfully ? wait.GetAwaiter().GetResult() : wait.AsTask().GetAwaiter().GetResult();
    }

    private void Write(List<PendingAppend> batch)
    {
        try
        {
            lock (_sessionGate)
            {
                _session ??= _open();
                _session.Append(batch);
            }
        }
        catch (Exception error)
        {
            // Supervision boundary: whatever one batch meets, its callers are told and the thread lives on.
            Abandon(batch, error);
            return;
        }

        _witness.Durable(_session);
        foreach (var pending in batch)
        {
            pending.SetResult(pending.Record!);
        }
    }

    private void Abandon(List<PendingAppend> batch, Exception error)
    {
        lock (_sessionGate)
        {
            try
            {
                _session?.Dispose();
            }
            catch (SqliteException)
            {
                // Closing a broken file may fail as well; the first error is the one that counts.
            }

            _session = null;
        }

        var failure = _witness.Failed(batch.Count, error);
        foreach (var pending in batch)
        {
            pending.SetException(failure);
        }
    }
}
