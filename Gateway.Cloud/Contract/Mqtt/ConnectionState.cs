namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>Connected or not, and whoever waits for the other. Written by the session's loop, read by any thread.</summary>
internal sealed class ConnectionState
{
    private readonly Lock _gate = new();

    // Replaced under the gate at every change.
    private TaskCompletionSource _change = New();
    private volatile bool _connected;
    private long _number;

    public bool IsConnected => _connected;

    public long Number => Interlocked.Read(ref _number);

    public void Set(bool connected)
    {
        TaskCompletionSource change;
        lock (_gate)
        {
            if (_connected == connected)
            {
                return;
            }

            if (connected)
            {
                Interlocked.Increment(ref _number);
            }

            _connected = connected;
            change = _change;
            _change = New();
        }

        change.TrySetResult();
    }

    public Task WaitForChangeAsync(bool connected, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _connected != connected ? Task.CompletedTask : _change.Task.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
