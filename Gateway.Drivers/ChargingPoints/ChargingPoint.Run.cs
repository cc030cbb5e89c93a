using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <content>The loops that watch the shed.</content>
internal sealed partial class ChargingPoint
{
    /// <summary>Stands for the contactor where relays are numbered.</summary>
    private const int Main = -1;

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HealthEvery = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Begin();
        Task[] parts =
        [
            .. _relays.Select(relay => relay.RunAsync(stop.Token)),
            .. _outlets.Select((outlet, index) => WatchMeterAsync(index, outlet.Driver, reporter, stop.Token)),
            _main?.RunAsync(stop.Token) ?? Task.Delay(Timeout.InfiniteTimeSpan, _clock, stop.Token),
            WatchSmokeAsync(stop.Token),
            .. WatchAir(stop.Token),
            WatchDeadlinesAsync(stop.Token),
            TellAsync(reporter, stop.Token),
            ReportMetersAsync(reporter, stop.Token),
            ReportHealthAsync(reporter, stop.Token),
        ];
        try
        {
            await await Task.WhenAny(parts);
        }
        finally
        {
            lock (_gate)
            {
                _running = false;
            }

            await Together.EndAsync(stop, parts);
            await LeaveAsync();
        }
    }

    private void Begin()
    {
        var smoke = false;
        try
        {
            smoke = _smoke?.IsActive ?? false;
            _smokeFault = null;
        }
        catch (DeviceFaultException fault)
        {
            _smokeFault = fault.Message;
        }

        bool keepOpen;
        lock (_gate)
        {
            keepOpen = _opened;
            (_shed, _running) = (NewShed(), true);
            (_thermometerFault, _smokeSensorFault) = (null, null);
            _shed.Blind = _smokeFault is not null;
        }

        // What was opened at a fault, at smoke or by hand is closed by a person, not by a loop that begins anew.
        Do((shed, now) => shed.Start(smoke, now, keepOpen));
    }

    /// <summary>Lets the rules decide and sees to it that their acts are carried out. False when the shed is not being watched.</summary>
    private bool Do(Func<ShedMachine, TimeSpan, IEnumerable<ChargingAct>> decide, Action<int, Task>? ordered = null)
    {
        lock (_gate)
        {
            if (!_running)
            {
                return false;
            }

            var acts = decide(_shed, Now()).ToList();
            foreach (var act in acts)
            {
                switch (act)
                {
                    case ChargingAct.Outlet(var index, var on):
                        var order = _relays[index].Want(on);
                        ordered?.Invoke(index, order);
                        break;
                    case ChargingAct.Contactor(var closed):
                        _opened = !closed;
                        var main = _main!.Want(closed);
                        ordered?.Invoke(Main, main);
                        break;
                    case ChargingAct.Tell(var at, var make) when !_told.Writer.TryWrite(make(Id, Wall(at))):
                        _untold++;
                        break;
                }
            }

            if (acts.Count > 0)
            {
                // Whoever waits for a deadline or for the next reading looks again.
                _wake.TrySetResult();
                _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return true;
        }
    }

    private async Task WatchMeterAsync(int index, IOutletDriver driver, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var (reading, begun) = await driver.ReadAsync(cancellationToken);
                _silent[index] = null;
                Do((shed, now) => shed.Read(index, reading, At(begun), now));
            }
            catch (DeviceFaultException fault)
            {
                _silent[index] = fault.Message;
                Do((shed, _) =>
                {
                    shed.NotRead(index);
                    return [];
                });
            }

            // Answered or not: whoever watches lives. One that waits for an answer for ever does not.
            reporter.Alive();
            await PauseAsync(index, cancellationToken);
        }
    }

    /// <summary>Waits for the next reading, which comes early while a cut-off is to be proven.</summary>
    private async Task PauseAsync(int index, CancellationToken cancellationToken)
    {
        var began = Now();
        while (true)
        {
            Task wake;
            TimeSpan rest;
            lock (_gate)
            {
                var hurry = _shed.Outlets[index].State == OutletState.CuttingOff || _shed.ProvesContactor;
                rest = (hurry && Hurry < _limits.PollEvery ? Hurry : _limits.PollEvery) - (Now() - began);
                wake = _wake.Task;
            }

            if (rest <= TimeSpan.Zero)
            {
                return;
            }

            await WaitAsync(wake, rest, cancellationToken);
        }
    }

    private async Task WatchDeadlinesAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wake;
            TimeSpan? rest;
            lock (_gate)
            {
                (wake, rest) = (_wake.Task, _shed.NextDeadline - Now());
            }

            if (rest <= TimeSpan.Zero)
            {
                Do((shed, now) => shed.Advance(now));
            }
            else
            {
                await WaitAsync(wake, rest ?? Timeout.InfiniteTimeSpan, cancellationToken);
            }
        }
    }

    private async Task WatchSmokeAsync(CancellationToken cancellationToken)
    {
        if (_smoke is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
            return;
        }

        while (true)
        {
            try
            {
                var active = _smoke.IsActive;
                while (true)
                {
                    SmokeIs(active, fault: null);
                    active = (await _smoke.ReadEdgeAsync(cancellationToken)).Active;
                }
            }
            catch (DeviceFaultException fault)
            {
                SmokeIs(null, fault.Message);
            }

            await Task.Delay(Retry, _clock, cancellationToken);
        }
    }

    private void SmokeIs(bool? active, string? fault)
    {
        lock (_gate)
        {
            _smokeFault = fault;
        }

        Do((shed, now) =>
        {
            shed.Blind = fault is not null;
            return active is { } smoke ? shed.SmokeIs(smoke, now) : [];
        });
    }

    private async Task WaitAsync(Task wake, TimeSpan rest, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Rounded up: a timer that counts whole milliseconds must not wake just before the deadline and spin.
        var delay = Task.Delay(rest < TimeSpan.Zero ? rest : rest + TimeSpan.FromMilliseconds(1), _clock, over.Token);
        await Task.WhenAny(wake, delay);
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Opens everything, all at once, so that one dead board does not keep the others on.</summary>
    private async Task LeaveAsync()
    {
        using var late = new CancellationTokenSource(LeaveWithin, _clock);
        IEnumerable<Task> parts =
        [
            OffAsync(_contactor is null ? null : token => _contactor.SetAsync(active: false, token), late.Token),
            .. _outlets.Select(outlet => OffAsync(token => outlet.Driver.SwitchAsync(on: false, token), late.Token)),
        ];
        await Task.WhenAll(parts);
    }

    private static async Task OffAsync(Func<CancellationToken, ValueTask>? drive, CancellationToken cancellationToken)
    {
        try
        {
            await (drive?.Invoke(cancellationToken) ?? ValueTask.CompletedTask);
        }
        catch (Exception error) when (error is DeviceFaultException or OperationCanceledException or ObjectDisposedException)
        {
            // The board is gone: its own watchdog or the next start has to do it.
        }
    }
}
