using System.Threading.Channels;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// Drives one relay to the level that was wanted last. What should be off is tried for ever; what should be on is tried once. Orders may
/// come from several threads; one loop runs.
/// </summary>
internal sealed class RelayLoop(
    Func<bool, CancellationToken, ValueTask> drive, TimeProvider clock, Action<bool> driven, Action<bool, string> notDriven)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Order? _next; // exchanged atomically: set by whoever wants, taken by the loop

    /// <summary>Says what is wanted from now on.</summary>
    /// <returns>Completes when the relay has been driven; fails at the first try that fails, and when something else is wanted before.</returns>
    public Task Want(bool on)
    {
        var order = new Order(on);
        Interlocked.Exchange(ref _next, order)?.Replaced();
        _wake.Writer.TryWrite(true); // full: the loop has been woken already and takes the latest order
        return order.Done.Task;
    }

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _wake.Reader.ReadAsync(cancellationToken);
            while (Interlocked.Exchange(ref _next, null) is { } order)
            {
                await ObeyAsync(order, cancellationToken);
            }
        }
    }

    private async Task ObeyAsync(Order order, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await drive(order.On, cancellationToken);
                driven(order.On);
                order.Done.TrySetResult();
                return;
            }
            catch (OperationCanceledException)
            {
                // Whoever waits for the relay must not wait for a loop that is over.
                order.Fail(new DeviceFaultException("The charging point was stopped before the relay had been driven: try again once it runs."));
                throw;
            }
            catch (DeviceFaultException fault)
            {
                order.Fail(fault);
                notDriven(order.On, fault.Message);
            }

            if (order.On || Volatile.Read(ref _next) is not null)
            {
                return;
            }

            await Task.Delay(Retry, clock, cancellationToken);
        }
    }

    private sealed class Order(bool on)
    {
        public bool On => on;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Replaced() => Fail(new DeviceFaultException("Another command for the same relay came before this one was carried out."));

        public void Fail(DeviceFaultException fault)
        {
            Done.TrySetException(fault);
            _ = Done.Task.Exception; // seen, whether or not anybody waits for it
        }
    }
}
