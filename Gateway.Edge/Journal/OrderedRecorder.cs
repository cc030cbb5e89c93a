using System.Threading.Channels;

namespace Gateway.Edge.Journal;

/// <summary>
/// Records what was decided in the order in which it was, beside those who decide: a slow disk delays the record, never what it is of.
/// <see cref="Enqueue"/> may be called by any thread; one task reads.
/// </summary>
/// <param name="capacity">Records that may wait; what comes beyond is lost, counted and told.</param>
internal abstract class OrderedRecorder<T>(int capacity) : BackgroundService
{
    private readonly Channel<T> _waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true });
    private long _unrecorded;

    /// <summary>Records since the start that could not be made durable; each was logged as an error.</summary>
    public long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>Takes a record; never waits.</summary>
    public void Enqueue(T record)
    {
        if (!_waiting.Writer.TryWrite(record))
        {
            Lose(record, error: null);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What has been decided is recorded before the process ends; the reader stops at the end of the queue.
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } reader)
        {
            await reader.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <summary>Makes one record durable.</summary>
    protected abstract Task RecordAsync(T record);

    /// <summary>Logs a record that could not be made durable; <paramref name="error"/> is null where the queue was full.</summary>
    protected abstract void TellLost(T record, Exception? error);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var record in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await RecordAsync(record);
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one record throws must not end the recording of all others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Lose(record, error);
            }
        }
    }

    private void Lose(T record, Exception? error)
    {
        Interlocked.Increment(ref _unrecorded);
        TellLost(record, error);
    }
}
