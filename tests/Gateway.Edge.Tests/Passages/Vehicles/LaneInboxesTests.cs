using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneInboxesTests
{
    private static readonly DeviceId East = new("barrier-east");

    [Fact]
    public async Task What_no_lane_comes_to_is_handed_back_and_orders_are_told_that_they_are_not_done()
    {
        var inboxes = new LaneInboxes();
        var inbox = inboxes.Open(East);
        var done = new TaskCompletionSource<Exception?>();
        Assert.True(inbox.TryPost(new LaneInput(static (_, _) => Assert.Fail("Nothing is told any more."), done)));
        Assert.True(inbox.TryPost(static (machine, now) => machine.Tick(now)));
        Assert.True(inboxes.HandOver(Observed(BarrierEvent.Passed)));
        Assert.False(inboxes.HandOver(Observed(BarrierEvent.Lowered)));
        Assert.True(inboxes.HandOver(Observed(BarrierEvent.Tailgated)));

        Assert.Equal([BarrierEvent.Passed, BarrierEvent.Tailgated], inboxes.Close(East).Select(left => left.Event));
        Assert.IsType<DeviceFaultException>(await done.Task);
        Assert.False(inboxes.HandOver(Observed(BarrierEvent.Passed)));
        Assert.False(inbox.TryPost(static (machine, now) => machine.Tick(now)));
        Assert.Empty(inboxes.Close(East));
    }

    [Fact]
    public void Lane_that_ends_late_does_not_close_the_inbox_of_the_one_that_has_begun_since()
    {
        var inboxes = new LaneInboxes();
        var old = inboxes.Open(East);
        inboxes.Close(East);
        var current = inboxes.Open(East);
        inboxes.Close(East, old);
        Assert.Same(current, inboxes.Find(East));
        inboxes.Close(East, current);
        Assert.Null(inboxes.Find(East));
    }

    private static BarrierObserved Observed(BarrierEvent happened) =>
        new(East, Plates.Start, happened, BarrierPosition.Up, BarrierMode.Automatic, null);
}
