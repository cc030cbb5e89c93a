namespace Gateway.Edge.Uplink;

/// <summary>Tells the pump that something has changed; any number of calls before it looks count as one. Set by any thread, awaited by the pump.</summary>
internal sealed class Wake
{
    private TaskCompletionSource _changed = New();

    /// <summary>Completes at the next <see cref="Set"/> after the last <see cref="Reset"/>.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    public void Set() => Volatile.Read(ref _changed).TrySetResult();

    /// <summary>Called before looking at what may have changed, so that a change while looking is not missed.</summary>
    public void Reset()
    {
        if (Changed.IsCompleted)
        {
            Volatile.Write(ref _changed, New());
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
