using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>
/// Lights up when its button is pressed, before anyone else hears of it: lamp and strobe depend on nothing but the lines. What is told
/// goes through a queue of its own, so that a full journal never keeps the lamp dark.
/// </summary>
internal sealed class AlarmStreetlight : IAlarmStreetlight, IDevice, IPatrolled, IDisposable
{
    private const int Capacity = 256;

    /// <summary>An output that failed is tried again after so long.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>A tamper contact that cannot be read is tried again after so long.</summary>
    private static readonly TimeSpan TamperRetry = TimeSpan.FromSeconds(5);

    /// <summary>The housing is told no oftener than this.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private readonly IDigitalInput _button;
    private readonly IDigitalInput? _tamper;
    private readonly StreetlightOutputs _outputs;
    private readonly StreetlightSettings _settings;
    private readonly TimeProvider _clock;
    private readonly long _origin;
    private readonly StreetlightMachine _machine; // guarded by _gate
    private readonly Lock _gate = new(); // one change of the machine at a time; nothing waits within
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Channel<SosObserved?> _told = Channel.CreateBounded<SosObserved?>( // null: the state may have changed
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private DateTimeOffset? _pressedAt; // guarded by _gate: wall time of the alarm under way
    private int _stateNoted; // 1 while a note that the state may have changed waits in the queue
    private volatile Wording? _tamperFault;
    private long _untold; // guarded by _gate: what found the queue full
    private long _drillUntil; // UTC ticks of the drill's end; 0 for none
    private long _tried; // UTC ticks when the button was last seen to work; 0 for never

    public AlarmStreetlight(
        DeviceId id, Wording name, IDigitalInput button, IDigitalInput? tamper, StreetlightOutputs outputs, StreetlightSettings settings, TimeProvider clock)
    {
        (Id, Name, _button, _tamper, _outputs, _settings, _clock) = (id, name, button, tamper, outputs, settings, clock);
        _origin = clock.GetTimestamp();
        _machine = new StreetlightMachine(settings, () => Guid.CreateVersion7(clock.GetUtcNow()));
    }

    /// <inheritdoc cref="IAlarmStreetlight.Id"/>
    public DeviceId Id { get; }

    /// <inheritdoc cref="IAlarmStreetlight.Name"/>
    public Wording Name { get; }

    /// <inheritdoc/>
    public string Kind => StreetlightKind.Name;

    /// <inheritdoc/>
    public Press? Press => _machine.Press;

    /// <inheritdoc/>
    public bool IsAcknowledged => _machine.IsAcknowledged;

    /// <inheritdoc/>
    public DateTimeOffset? DrillUntil => Interlocked.Read(ref _drillUntil) is > 0 and var until ? new DateTimeOffset(until, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    public async ValueTask ShowAcknowledgedAsync(Guid press, CancellationToken cancellationToken)
    {
        var shown = Change(machine => machine.Acknowledge(press, Now()), out var underWay, machine => machine.Press?.Id == press && machine.IsAcknowledged);
        if (!underWay)
        {
            throw new DeviceFaultException(
                $"{Id}: the call {press} is over; its lamp is at rest.",
                new Wording("该次求助已结束，指示灯已恢复常态", "this call is over, and its lamp is at rest"));
        }

        await shown.WaitAsync(cancellationToken);
        Require();
    }

    /// <inheritdoc/>
    public async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        await Change(machine => machine.Reset(Now())).WaitAsync(cancellationToken);
        Require();
    }

    /// <inheritdoc/>
    public void Drill(TimeSpan duration) => _ = Change(machine =>
    {
        machine.Drill(duration > TimeSpan.Zero ? Now() + duration : null);
        Interlocked.Exchange(ref _drillUntil, duration > TimeSpan.Zero ? (_clock.GetUtcNow() + duration).UtcTicks : 0);
        return [];
    });

    /// <inheritdoc/>
    public void Restore(RestoredAlarm alarm) => _ = Change(machine =>
    {
        if (machine.Press is null)
        {
            var (now, wall) = (Now(), _clock.GetUtcNow());
            machine.Restore(alarm.Press, Offset(alarm.LastPressedAt), alarm.AcknowledgedAt is { } at ? Offset(at) : null, now);
            _pressedAt = alarm.PressedAt < wall ? alarm.PressedAt : wall;

            TimeSpan Offset(DateTimeOffset time) => time < wall ? now - (wall - time) : now;
        }

        return [];
    });

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [WatchAsync(stop.Token), WatchTamperAsync(stop.Token), TellAsync(reporter, stop.Token)];
        await Together.RunAsync(stop, parts);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(StreetlightTrial.Findings(
            Interlocked.Read(ref _tried) is > 0 and var tried ? new DateTimeOffset(tried, TimeSpan.Zero) : null, _settings.TrialEvery, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var button = _button.ReadEdgeAsync(cancellationToken).AsTask();
        var wake = _wake.WaitAsync(cancellationToken);

        // The level as it is now counts as an edge now: a button that is down at the start has been pressed while nobody listened.
        _ = Change(machine => machine.Button(_button.IsActive, Now()), wake: false);
        while (true)
        {
            await WaitAsync(button, wake, cancellationToken);
            if (button.IsCompleted)
            {
                var edge = await button;
                _ = Change(machine => machine.Button(edge.Active, At(edge.Timestamp)), wake: false);
                button = _button.ReadEdgeAsync(cancellationToken).AsTask();
                continue;
            }

            if (wake.IsCompleted)
            {
                await wake;
                wake = _wake.WaitAsync(cancellationToken);
            }

            _ = Change(machine => machine.Advance(Now()), wake: false);
        }
    }

    /// <summary>The housing, by itself: a contact that is lost must not take the button with it, and one that chatters floods nothing.</summary>
    private async Task WatchTamperAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (_tamper is null)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
                    return;
                }

                var open = _tamper.IsActive;
                _tamperFault = null;
                _ = Change(machine => machine.Tamper(open, Now()));
                while (true)
                {
                    var edge = await _tamper.ReadEdgeAsync(cancellationToken);
                    _ = Change(machine => machine.Tamper(edge.Active, Now()));
                    await Task.Delay(Calm, _clock, cancellationToken);
                }
            }
            catch (DeviceFaultException error)
            {
                _tamperFault = new Wording($"外壳触点无法读取，按钮仍有效：{error.Message}", $"The housing's contact cannot be read, the button works: {error.Message}");
                _ = Change(_ => []);
                await Task.Delay(TamperRetry, _clock, cancellationToken);
            }
        }
    }

    private Task Change(Func<StreetlightMachine, IReadOnlyList<StreetlightChange>> change, bool wake = true) => Change(change, out _, _ => true, wake);

    /// <summary>Changes the machine and begins to show it; never waits for a line, a queue or a disk.</summary>
    /// <returns>Ends when the outputs show it, or have failed to.</returns>
    private Task Change(
        Func<StreetlightMachine, IReadOnlyList<StreetlightChange>> change, out bool holds, Func<StreetlightMachine, bool> demand, bool wake = true)
    {
        Task shown;
        lock (_gate)
        {
            var changes = change(_machine);

            // The outputs are under way before anything is told.
            shown = _outputs.Show(_machine.SignalsAt(Now()));
            foreach (var told in changes.Select(Observed))
            {
                // Never waits: a lamp that waits for a journal is worse than a record that is missing and counted.
                _untold += _told.Writer.TryWrite(told) ? 0 : 1;
            }

            holds = demand(_machine);
        }

        _ = TellStateAsync(shown);
        if (wake)
        {
            _wake.Release();
        }

        return shown;
    }

    /// <summary>Once the outputs have been driven or have failed, the state may be another. One note at a time waits in the queue.</summary>
    private async Task TellStateAsync(Task shown)
    {
        await shown;
        if (Interlocked.Exchange(ref _stateNoted, 1) == 0 && !_told.Writer.TryWrite(null))
        {
            Volatile.Write(ref _stateNoted, 0);
        }
    }

    private SosObserved Observed(StreetlightChange change)
    {
        if (change.Event is StreetlightEvent.Pressed)
        {
            _pressedAt = WallTime(change.At);
            Interlocked.Exchange(ref _tried, _pressedAt.Value.UtcTicks);
        }

        return new SosObserved(Id, WallTime(change.At), change.Event, change.Press, change.Press is null ? null : _pressedAt);
    }

    private async Task TellAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        await foreach (var observed in _told.Reader.ReadAllAsync(cancellationToken))
        {
            if (observed is null)
            {
                Volatile.Write(ref _stateNoted, 0);
                await StreetlightHealth.ReportAsync(reporter, _machine, _outputs.Fault ?? _tamperFault, Interlocked.Read(ref _untold), cancellationToken);
            }
            else
            {
                await reporter.ObserveAsync(observed, cancellationToken);
            }
        }
    }

    private void Require()
    {
        if (_outputs.Fault is { } fault)
        {
            throw new DeviceFaultException($"{Id}: {fault.En}", fault);
        }
    }

    private async Task WaitAsync(Task button, Task wake, CancellationToken cancellationToken)
    {
        TimeSpan? rest = _machine.NextDeadline is { } due ? due - Now() : null;
        rest = _outputs.Fault is not null && (rest is null || rest > Retry) ? Retry : rest;
        if (rest is null)
        {
            await Task.WhenAny(button, wake);
        }
        else if (rest > TimeSpan.Zero)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

            // Rounded up: a timer that counts whole milliseconds must not wake just before the deadline and spin.
            await Task.WhenAny(button, wake, Task.Delay(rest.Value + TimeSpan.FromMilliseconds(1), _clock, over.Token));
            await over.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private DateTimeOffset WallTime(TimeSpan at) => _clock.GetUtcNow() - (Now() - at);

    private TimeSpan Now() => At(_clock.GetTimestamp());

    private TimeSpan At(long stamp) => _clock.GetElapsedTime(_origin, stamp);
}
