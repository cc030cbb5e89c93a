using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneBoardTests
{
    private static readonly LaneView View = new(
        new DeviceId("b"), new LocalizedText("闸", "Barrier"), LaneDirection.In, null, BarrierPosition.Down, BarrierMode.Automatic, LaneSight.Works, null, null, null, [], []);

    [Fact(Timeout = 60_000)]
    public async Task Whoever_waits_hears_of_a_change_and_of_nothing_else()
    {
        var board = new LaneBoard();
        board.Show(View);
        var seen = board.Revision;
        var changed = board.ChangedAsync(seen, TestContext.Current.CancellationToken);
        board.Show(View with { Queue = [], Last = [] });
        Assert.False(changed.IsCompleted);
        board.Show(View with { Position = BarrierPosition.Raising });
        await changed;
        Assert.Equal(seen + 1, board.Revision);
        Assert.True(board.ChangedAsync(seen, TestContext.Current.CancellationToken).IsCompletedSuccessfully);
    }

    [Fact]
    public void Barrier_that_is_gone_is_shown_no_more()
    {
        var board = new LaneBoard();
        board.Show(View with { Barrier = new DeviceId("z") });
        board.Show(View);
        Assert.Equal(["b", "z"], board.Lanes.Select(lane => lane.Barrier.Value));
        board.Remove(new DeviceId("z"));
        Assert.Null(board.Find(new DeviceId("z")));
        Assert.Single(board.Lanes);
    }

    [Fact]
    public void Old_pictures_make_room_for_new_ones()
    {
        var pictures = new LanePictures();
        var ids = Enumerable.Range(0, LanePictures.Most + 1).Select(i => pictures.Add(new byte[] { (byte)i })!).ToList();
        Assert.Null(pictures.Find(ids[0]));
        Assert.Equal([LanePictures.Most], pictures.Find(ids[^1])!.Value.ToArray());
    }

    [Fact]
    public void Picture_that_is_none_or_too_large_is_not_held()
    {
        var pictures = new LanePictures();
        Assert.Null(pictures.Add(default));
        Assert.Null(pictures.Add(new byte[LanePictures.LargestBytes + 1]));
    }
}
