using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>Feeds one door's contact and releases to its <see cref="DoorMachine"/> and reports what the door did.</summary>
internal sealed class DoorWatch(DeviceId device, IDigitalInput contact, DoorSettings settings, TimeProvider clock) : IDisposable
{
    /// <summary>The contact's name among the gate's parts.</summary>
    public const string Part = "door";

    private const long None = long.MinValue;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly long _origin = clock.GetTimestamp();
    private volatile bool _standing; // written by whoever holds the door released, followed by the loop
    private long _release = None; // written by whoever releases, taken by the loop; a second release replaces one not yet taken

    /// <summary>Says that the door is about to be released. Never waits.</summary>
    /// <returns>To be handed to <see cref="Withdraw"/> if the release then fails.</returns>
    public long Expect()
    {
        var stamp = clock.GetTimestamp();
        Interlocked.Exchange(ref _release, stamp);
        _wake.Release();
        return stamp;
    }

    /// <summary>The announced release did not happen.</summary>
    public void Withdraw(long release) => Interlocked.CompareExchange(ref _release, None, release);

    /// <summary>Says that the door stands released until further notice, or does so no more. Never waits.</summary>
    public void Stand(bool released)
    {
        _standing = released;
        _wake.Release();
    }

    /// <summary>Watches until cancelled.</summary>
    /// <exception cref="DeviceFaultException">The contact is lost; it may be watched again.</exception>
    public async Task RunAsync(DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken)
    {
        // What still waits when the contact is lost must not take a wake-up away from the next run.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await WatchAsync(reporter, health, over.Token);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    private async Task WatchAsync(DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken)
    {
        var machine = new DoorMachine(settings, contact.IsActive == settings.ActiveWhenOpen, Now());
        await health.FineAsync(Part, cancellationToken);
        var edge = contact.ReadEdgeAsync(cancellationToken).AsTask();
        var wake = _wake.WaitAsync(cancellationToken);
        while (true)
        {
            await WaitAsync(machine.NextDeadline, edge, wake, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            List<DoorChange> changes = [];
            if (wake.IsCompleted)
            {
                await wake;
                wake = _wake.WaitAsync(cancellationToken);
            }

            // Releases first: the door opens because of them.
            changes.AddRange(machine.Stand(_standing, Now()));
            if (Interlocked.Exchange(ref _release, None) is var release and not None)
            {
                changes.AddRange(machine.Release(At(release)));
            }

            if (edge.IsCompleted)
            {
                var (active, stamp) = await edge;
                changes.AddRange(machine.Contact(active == settings.ActiveWhenOpen, At(stamp)));
                edge = contact.ReadEdgeAsync(cancellationToken).AsTask();
            }
            else
            {
                changes.AddRange(machine.Advance(Now()));
            }

            await ReportAsync(changes, reporter, cancellationToken);
        }
    }

    private async Task ReportAsync(List<DoorChange> changes, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            var at = clock.GetUtcNow() - (Now() - change.At);
            await reporter.ObserveAsync(new DoorObserved(device, at, change.Event), cancellationToken);
        }
    }

    private async Task WaitAsync(TimeSpan? deadline, Task edge, Task wake, CancellationToken cancellationToken)
    {
        if (deadline is null)
        {
            await Task.WhenAny(edge, wake);
            return;
        }

        var rest = deadline.Value - Now();
        if (rest <= TimeSpan.Zero)
        {
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Rounded up: a timer that counts whole milliseconds must not wake just before the deadline and spin.
        var delay = Task.Delay(rest + TimeSpan.FromMilliseconds(1), clock, over.Token);
        await Task.WhenAny(edge, wake, delay);
        await over.CancelAsync();
    }

    private TimeSpan Now() => At(clock.GetTimestamp());

    private TimeSpan At(long stamp) => clock.GetElapsedTime(_origin, stamp);
}
