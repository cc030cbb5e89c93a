using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneWatchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData(true, 32, 48)]
    [InlineData(false, 64, 64)]
    public async Task Picture_of_a_vehicle_without_a_plate_shows_the_lane_and_no_more_of_the_street(bool hasRegion, int width, int height)
    {
        using var files = new JournalFixture();
        using var journal = files.Open();
        var barrier = new ScriptedBarrier
        {
            Lane = new VehicleLane(LaneDirection.In, null, hasRegion ? new FrameRegion(0.25, 0.25, 0.5, 0.75) : null, HasApproach: true),
        };
        await using var health = new LaneHealth(barrier, new FixedDevices([barrier]), journal, TimeProvider.System, NullLogger.Instance);
        var inbox = new LaneInbox();
        var watch = new LaneWatch(barrier, new ScriptedPlates(), inbox, health, new LaneOptions(), TimeProvider.System, NullLogger.Instance) { WantsPicture = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        barrier.Show();
        var run = watch.RunAsync(stop.Token);

        var input = await inbox.Inputs.ReadAsync(Stop);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        var story = new LaneStory(approach: true) { Approached = true };
        story.Step(1);
        input.Tell(story.Machine, story.Now);
        var picture = JpegCodec.Decode(Assert.Single(story.Step(8).Machine.Vehicles).Picture.Span);
        Assert.Equal((width, height), (picture.Width, picture.Height));
    }
}
