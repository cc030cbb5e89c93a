namespace Gateway.Edge.Journal;

/// <summary>The highest durable sequence, and a way to wait for a higher one. Raised by the writer's thread, read by any.</summary>
internal sealed class DurableSignal
{
    private TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sequence;

    /// <summary>Highest durable sequence.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>Publishes a new highest sequence and wakes all who wait.</summary>
    public void Raise(long sequence)
    {
        Volatile.Write(ref _sequence, sequence);
        Interlocked.Exchange(ref _raised, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Completes once the sequence is greater than <paramref name="after"/>.</summary>
    public async ValueTask WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (Sequence <= after)
        {
            var raised = Volatile.Read(ref _raised);
            // Taken before the second look: a raise in between completes it.
            if (Sequence > after)
            {
                return;
            }

            await raised.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
