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

    private readonly IDigitalInput _button;
    private readonly IDigitalInput? _tamper;
    private readonly StreetlightOutputs _outputs;
    private readonly StreetlightSettings _settings;
    private readonly TimeProvider _clock;
    private readonly long _origin;
    private readonly StreetlightMachine _machine; // guarded by _gate
    private readonly SemaphoreSlim _gate = new(1); // one change of the machine and its outputs at a time
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Channel<SosObserved?> _told = Channel.CreateBounded<SosObserved?>( // null: the state may have changed
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private DateTimeOffset? _pressedAt; // guarded by _gate: wall time of the alarm under way
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
        if (_machine.Press?.Id != press)
        {
            throw new DeviceFaultException(
                $"{Id}: the call {press} is over; its lamp is at rest.",
                new Wording("该次求助已结束，指示灯已恢复常态", "this call is over, and its lamp is at rest"));
        }

        await ChangeAsync(machine => machine.Acknowledge(press, Now()), cancellationToken);
        _wake.Release();
        Require();
    }

    /// <inheritdoc/>
    public async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        await ChangeAsync(machine => machine.Reset(Now()), cancellationToken);
        _wake.Release();
        Require();
    }

    /// <inheritdoc/>
    public void Drill(TimeSpan duration)
    {
        _gate.Wait();
        _machine.Drill(duration > TimeSpan.Zero ? Now() + duration : null);
        Interlocked.Exchange(ref _drillUntil, duration > TimeSpan.Zero ? (_clock.GetUtcNow() + duration).UtcTicks : 0);
        _gate.Release();
    }

    /// <inheritdoc/>
    public void Restore(RestoredAlarm alarm)
    {
        _gate.Wait();
        if (_machine.Press is null)
        {
            var (now, wall) = (Now(), _clock.GetUtcNow());
            _machine.Restore(alarm.Press, Offset(alarm.LastPressedAt), alarm.AcknowledgedAt is { } at ? Offset(at) : null, now);
            _pressedAt = alarm.PressedAt < wall ? alarm.PressedAt : wall;

            TimeSpan Offset(DateTimeOffset time) => time < wall ? now - (wall - time) : now;
        }

        _gate.Release();
        _wake.Release();
    }

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [WatchAsync(stop.Token), TellAsync(reporter, stop.Token)];
        try
        {
            await await Task.WhenAny(parts);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(parts).ContinueWith(
                static parts => _ = parts.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(StreetlightTrial.Findings(
            Interlocked.Read(ref _tried) is > 0 and var tried ? new DateTimeOffset(tried, TimeSpan.Zero) : null, _settings.TrialEvery, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public void Dispose()
    {
        _gate.Dispose();
        _wake.Dispose();
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var button = ReadAsync(_button, cancellationToken);
        var tamper = _tamper is null ? Never(cancellationToken) : ReadAsync(_tamper, cancellationToken);
        var wake = _wake.WaitAsync(cancellationToken);

        // Levels as they are now count as edges now: a button that is down at the start has been pressed while nobody listened.
        await ChangeAsync(machine => [.. machine.Button(_button.IsActive, Now()), .. machine.Tamper(_tamper?.IsActive ?? false, Now())], cancellationToken);
        while (true)
        {
            await WaitAsync(button, tamper, wake, cancellationToken);
            if (button.IsCompleted)
            {
                var edge = await button;
                await ChangeAsync(machine => machine.Button(edge.Active, At(edge.Timestamp)), cancellationToken);
                button = ReadAsync(_button, cancellationToken);
            }
            else if (tamper.IsCompleted)
            {
                var edge = await tamper;
                await ChangeAsync(machine => machine.Tamper(edge.Active, At(edge.Timestamp)), cancellationToken);
                tamper = ReadAsync(_tamper!, cancellationToken);
            }
            else
            {
                if (wake.IsCompleted)
                {
                    await wake;
                    wake = _wake.WaitAsync(cancellationToken);
                }

                await ChangeAsync(machine => machine.Advance(Now()), cancellationToken);
            }
        }
    }

    private async Task ChangeAsync(Func<StreetlightMachine, IReadOnlyList<StreetlightChange>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var changes = change(_machine);

            // The outputs are under way before anything is told, and telling does not wait for a slow output.
            var shown = _outputs.ShowAsync(_machine.SignalsAt(Now()), cancellationToken);
            foreach (var told in changes.Select(Observed))
            {
                // Never waits: a lamp that waits for a journal is worse than a record that is missing and counted.
                _untold += _told.Writer.TryWrite(told) ? 0 : 1;
            }

            await shown;
            _told.Writer.TryWrite(null);
        }
        finally
        {
            _gate.Release();
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
            await (observed is null
                ? StreetlightHealth.ReportAsync(reporter, _machine, _outputs.Fault, Interlocked.Read(ref _untold), cancellationToken)
                : reporter.ObserveAsync(observed, cancellationToken));
        }
    }

    private void Require()
    {
        if (_outputs.Fault is { } fault)
        {
            throw new DeviceFaultException($"{Id}: {fault.En}", fault);
        }
    }

    private async Task WaitAsync(Task button, Task tamper, Task wake, CancellationToken cancellationToken)
    {
        TimeSpan? rest = _machine.NextDeadline is { } due ? due - Now() : null;
        rest = _outputs.Fault is not null && (rest is null || rest > Retry) ? Retry : rest;
        if (rest is null)
        {
            await Task.WhenAny(button, tamper, wake);
        }
        else if (rest > TimeSpan.Zero)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

            // Rounded up: a timer that counts whole milliseconds must not wake just before the deadline and spin.
            await Task.WhenAny(button, tamper, wake, Task.Delay(rest.Value + TimeSpan.FromMilliseconds(1), _clock, over.Token));
            await over.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private static Task<DigitalEdge> ReadAsync(IDigitalInput input, CancellationToken cancellationToken) => input.ReadEdgeAsync(cancellationToken).AsTask();

    private static Task<DigitalEdge> Never(CancellationToken cancellationToken) =>
        new TaskCompletionSource<DigitalEdge>().Task.WaitAsync(cancellationToken);

    private DateTimeOffset WallTime(TimeSpan at) => _clock.GetUtcNow() - (Now() - at);

    private TimeSpan Now() => At(_clock.GetTimestamp());

    private TimeSpan At(long stamp) => _clock.GetElapsedTime(_origin, stamp);
}
