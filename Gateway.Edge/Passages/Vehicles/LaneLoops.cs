using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Runs one lane per vehicle barrier; a barrier without a lane in the hardware file is shown, and nothing is decided there.</summary>
internal sealed class LaneLoops(
    IDeviceDirectory devices,
    IPlateWatcherFactory watchers,
    IVehicleAccess access,
    VehicleRecorder recorder,
    LaneInboxes inboxes,
    LaneBoard board,
    LanePictures pictures,
    IJournal journal,
    IOptions<LaneOptions> options,
    TimeProvider time,
    ILogger<LaneLoops> logger) : DeviceLoops<IVehicleBarrier>(devices, time)
{
    private static readonly TimeSpan ShowEvery = TimeSpan.FromMilliseconds(500);

    private readonly IDeviceDirectory _devices = devices;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // A lane that was about to begin again does not, and has not closed its inbox.
        foreach (var barrier in _devices.Of<IVehicleBarrier>())
        {
            Close(barrier);
        }
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(IVehicleBarrier barrier, CancellationToken stoppingToken)
    {
        var screen = new LaneScreen(barrier, board, pictures);
        if (barrier is not { Lane: { } lane, Camera: not null })
        {
            using var timer = new PeriodicTimer(ShowEvery, Time);
            do
            {
                screen.Show();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
            return;
        }

        var inbox = inboxes.Open(barrier.Id);
        await using var health = new LaneHealth(barrier, _devices, journal, Time, logger);
        var machine = new LaneMachine(barrier.Id, lane, options.Value, access);
        var watch = new LaneWatch(barrier, watchers, inbox, health, options.Value, Time, logger);
        await new LaneLoop(barrier, inbox, inboxes, machine, watch, health, screen, recorder, options.Value, Time, logger).RunAsync(stoppingToken);
    }

    /// <inheritdoc/>
    protected override void Failed(IVehicleBarrier barrier, TimeSpan delay, Exception error)
    {
        LanesLog.LaneFailed(logger, barrier.Id, delay, error);
        if (board.Find(barrier.Id) is { Direction: not null } view)
        {
            // What the lane knew of vehicles is gone with it.
            board.Show(view with { Sight = LaneSight.ByHand, Trouble = LaneWords.Restarts, TroubleSince = Time.GetUtcNow(), Waiting = null, Queue = [] });
        }
    }

    /// <summary>What keeps plates from deciding is told by the lane itself.</summary>
    protected override Task<string> TellAsync(IVehicleBarrier barrier, Exception error, string told) => Task.FromResult(error.Message);

    /// <inheritdoc/>
    protected override void Gone(IVehicleBarrier barrier, bool ended)
    {
        if (!ended)
        {
            LanesLog.LaneLeft(logger, barrier.Id);
        }

        Close(barrier);
        board.Remove(barrier.Id);
    }

    /// <summary>Passages that a lane has taken and not come to go on record as those of vehicles that nobody saw.</summary>
    private void Close(IVehicleBarrier barrier)
    {
        foreach (var observed in inboxes.Close(barrier.Id))
        {
            if (barrier.Lane is { } lane)
            {
                var machine = new LaneMachine(barrier.Id, lane, options.Value, access);
                machine.Stand(observed.Mode, observed.Position, approached: null, new Moment(TimeSpan.Zero, observed.At));
                machine.Happened(observed.Event, observed.Reason, observed.At, new Moment(TimeSpan.Zero, observed.At));
                foreach (var tell in machine.TakeDeeds().OfType<LaneDeed.Tell>())
                {
                    recorder.Enqueue(new VehicleRecord(barrier.Id, barrier.Name.Localized(), tell.Report));
                }
            }
        }
    }
}
