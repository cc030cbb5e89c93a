using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// One barrier's thread through the product: what is seen, what the barrier and the guard say, and time are told to the lane's machine one
/// after the other; what it wants is done at once, the arm before the record. Runs on its own; what goes wrong here stays here.
/// </summary>
internal sealed class LaneLoop(
    IVehicleBarrier barrier,
    LaneInbox inbox,
    LaneInboxes others,
    LaneMachine machine,
    LaneWatch watch,
    LaneHealth health,
    LaneScreen screen,
    VehicleRecorder recorder,
    LaneOptions options,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly long _origin = time.GetTimestamp();
    private bool _asksForPicture;

    /// <summary>Works the lane until cancelled. What was told by then is done.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [WorkAsync(stop.Token), watch.RunAsync(stop.Token), BeatAsync(stop.Token)];
        await Task.WhenAny(parts);
        await stop.CancelAsync();
        try
        {
            await Task.WhenAll(parts);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
            {
                // Passages that the barrier has handed over are on record nowhere else.
                others.Close(barrier.Id, inbox);
                await DrainAsync();
            }
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        screen.Show(machine, health);
        while (await inbox.Inputs.WaitToReadAsync(cancellationToken))
        {
            while (!cancellationToken.IsCancellationRequested && inbox.Inputs.TryRead(out var input))
            {
                await DoAsync(input, cancellationToken);
            }

            screen.Show(machine, health);
        }
    }

    private async Task DrainAsync()
    {
        while (inbox.Inputs.TryRead(out var input))
        {
            input.Tell(machine, Now());
            foreach (var tell in machine.TakeDeeds().OfType<LaneDeed.Tell>())
            {
                Record(tell.Report);
            }

            input.Done?.TrySetResult(new DeviceFaultException($"{barrier.Id}: the gateway stops, and gives no order any more."));
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            inbox.TryPost(static (machine, now) => machine.Tick(now));
        }
    }

    private async ValueTask DoAsync(LaneInput input, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            machine.Stand(barrier.Mode, barrier.Position, Approached(), Now());
            input.Tell(machine, Now());
            for (var deeds = machine.TakeDeeds(); deeds.Count > 0; deeds = machine.TakeDeeds())
            {
                foreach (var deed in deeds)
                {
                    fault = await CarryOutAsync(deed, cancellationToken) ?? fault;
                }
            }

            AskForPicture();
        }
        finally
        {
            input.Done?.TrySetResult(fault);
        }
    }

    private async ValueTask<Exception?> CarryOutAsync(LaneDeed deed, CancellationToken cancellationToken)
    {
        if (deed is LaneDeed.Tell tell)
        {
            Record(tell.Report);
            return null;
        }

        var (order, report) = (LaneDeed.Raise)deed;
        var fault = await TryRaiseAsync(order, cancellationToken);
        if (report is null)
        {
            return fault;
        }

        if (fault is null)
        {
            Record(report);
        }
        else
        {
            // The drivers' faults are in English alone.
            machine.RaiseFailed(report.Vehicle.Id, new LocalizedText("继电器或总线没有应答（原因见网关日志）", fault.Message), Now());
        }

        return fault;
    }

    private async ValueTask<Exception?> TryRaiseAsync(BarrierReason order, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.RelayTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Waited for apart from the driver, which may not notice that nobody waits any more.
            await barrier.RaiseAsync(order, both.Token).AsTask().WaitAsync(both.Token);
            return null;
        }
        catch (DeviceFaultException error)
        {
            LanesLog.NotRaised(logger, barrier.Id, error.Message);
            return error;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var error = new DeviceFaultException($"the relay did not answer within {options.RelayTimeout.TotalSeconds:0.#} s.");
            LanesLog.NotRaised(logger, barrier.Id, error.Message);
            return error;
        }
    }

    private void Record(LaneReport report)
    {
        recorder.Enqueue(new VehicleRecord(barrier.Id, barrier.Name.Localized(), report));
        if (report.Event == LaneEvent.Passed && barrier.Lane?.Opposite is { } opposite)
        {
            var plate = report.Vehicle.Plate;
            others.Find(opposite)?.TryPost((machine, now) => machine.OppositePassed(plate, now));
        }
    }

    private bool? Approached()
    {
        try
        {
            var approached = barrier.Approached;
            health.Set(LaneTrouble.Approach, words: null);
            return approached;
        }
        catch (DeviceFaultException error)
        {
            health.Set(
                LaneTrouble.Approach,
                new("读不到道闸前的地感，无法确认有车：请检查线路和总线", $"The loop before the arm cannot be read, check its wiring and its bus: {error.Message}"));
            return false;
        }
    }

    private void AskForPicture()
    {
        if (machine.LacksPlate && !_asksForPicture)
        {
            watch.WantsPicture = true;
        }

        _asksForPicture = machine.LacksPlate;
    }

    private Moment Now() => new(time.GetElapsedTime(_origin), time.GetUtcNow());
}
