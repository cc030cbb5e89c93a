using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

public sealed class FallDetectorTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dropped_thing_is_found_once(bool calibrated)
    {
        var fall = Assert.Single(new BlobScene(1).Fall(at: 1, height: (9 * 3) + 1.2).Run(5, calibrated));

        Assert.InRange(fall.Began.TotalSeconds, 1, 1.4);
        Assert.InRange(fall.Ended.TotalSeconds, 2.6, 3.5);
        Assert.InRange(fall.Score, 0.8, 1);
        Assert.Equal(calibrated, fall.Origin is not null);
        Assert.NotEmpty(fall.Reasons);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(15)]
    public void Dropped_thing_tells_its_floor_and_g(int floor)
    {
        var fall = Assert.Single(new BlobScene(floor).Fall(at: 1, height: ((floor - 1) * 3) + 1.2, x: -4).Run(6));

        Assert.Equal(floor, fall.Origin!.Floor);
        Assert.InRange(fall.Origin.Height, ((floor - 1) * 3) + 0.3, ((floor - 1) * 3) + 2.2);
        Assert.InRange(fall.Fit.Gravity, 9.8 - (3 * fall.Fit.GravityUncertainty), 10.4 + (3 * fall.Fit.GravityUncertainty));
        Assert.False(fall.Origin.Thrown);
        Assert.InRange(fall.Origin.LowestFloor, 1, floor);
        Assert.InRange(fall.Origin.HighestFloor, floor, 19);
    }

    [Fact]
    public void Thrown_thing_is_told_from_a_dropped_one()
    {
        var fall = Assert.Single(new BlobScene(3).Fall(at: 1, height: 31.2, x: -6, along: 3.5, outwards: 2, upwards: 1).Run(6));

        Assert.True(fall.Origin!.Thrown);
        Assert.InRange(fall.Origin.HorizontalSpeed, 2.8, 4.2);
        Assert.InRange(fall.Origin.Floor, 10, 12);
    }

    [Fact]
    public void Light_thing_that_air_slows_is_found()
    {
        var why = new List<string>();
        var falls = new BlobScene(4).Fall(at: 1, height: 46.2, terminal: 9).Run(9, true, (p, w) => why.Add($"{w} {p.Count} {p[0].Y:0} {p[^1].Y:0}"));
        Assert.True(falls.Count == 1, string.Join("; ", why));
        var fall = falls[0];

        Assert.InRange(fall.Origin!.Floor, 15, 17);
        Assert.InRange(fall.Fit.TerminalSpeed!.Value, 6, 13);
    }

    [Fact]
    public void Roof_is_one_above_the_highest_floor()
    {
        var fall = Assert.Single(new BlobScene(5) { Placement = new(35, 3, 45, 0.8) }.Fall(at: 1, height: (18 * 3) + 1.2).Run(8));

        Assert.Equal(19, fall.Origin!.Floor);
    }

    [Fact]
    public void Mirror_image_in_the_glass_is_the_same_fall()
    {
        var scene = new BlobScene(6).Fall(at: 1, height: 40, x: 2, before: 1.2).Fall(at: 1, height: 40, x: 2, before: -1.2, size: 5);

        var fall = Assert.Single(scene.Run(6, calibrated: true));
        Assert.True(Math.Abs(fall.Track[^1].Width - 6) < 0.1, "the thing is told, not its image");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mirror_image_that_its_pane_ends_early_waits_for_the_thing(bool calibrated)
    {
        // The image breaks off a second before the thing is down: without waiting it would have been told by then.
        var scene = new BlobScene(6)
            .Fall(at: 1, height: 40, x: 2, before: 1.2)
            .Fall(at: 1, height: 40, x: 2, before: -1.2, size: 5, until: 2.5);

        var fall = Assert.Single(scene.Run(6, calibrated));
        Assert.True(Math.Abs(fall.Track[^1].Width - 6) < 0.1, "the thing is told, not its image");
    }

    [Fact]
    public void Fall_waits_for_nothing_longer_than_an_alert_may_take()
    {
        // What looks like its image goes on down steadily for long.
        var scene = new BlobScene(6);
        scene.Fall(at: 1, height: 40, x: 2, before: 1.2, until: 2.6);
        scene.Fall(at: 1, height: 40, x: 2, before: -1.2, terminal: 4.5, size: 5);
        var detector = new FallDetector(scene.View(), new FallSettings(), scene);
        var told = TimeSpan.MaxValue;
        for (var frame = 0; frame < 200 && told == TimeSpan.MaxValue; frame++)
        {
            var time = TimeSpan.FromSeconds(frame / BlobScene.FramesPerSecond);
            told = detector.Take([], time).Count > 0 ? time : told;
        }

        Assert.InRange(told.TotalSeconds, 2.6, 4.6);
    }

    [Fact]
    public void Two_things_from_two_windows_are_two_falls()
    {
        var falls = new BlobScene(7).Fall(at: 1, height: 40, x: -8).Fall(at: 1.3, height: 28, x: 8).Run(6);

        Assert.Equal(2, falls.Count);
    }

    [Fact]
    public void Things_in_a_row_are_told_one_by_one()
    {
        var falls = new BlobScene(8).Fall(at: 1, height: 40).Fall(at: 3.5, height: 40).Fall(at: 6, height: 40).Run(10);

        Assert.Equal(3, falls.Count);
    }

    [Theory]
    [InlineData(0, 1.5)]
    [InlineData(0.2, 1.5)]
    [InlineData(0.2, 3)]
    [InlineData(0.4, 4)]
    public void Things_side_by_side_are_two(double later, double apart)
    {
        var found = Enumerable.Range(20, 5).Sum(seed =>
            new BlobScene(seed).Fall(at: 1, height: 40, x: 2).Fall(at: 1 + later, height: 40, x: 2 + apart).Run(6).Count);

        Assert.InRange(found, 9, 10);
    }

    [Fact]
    public void Break_of_the_stream_tells_nothing_twice()
    {
        for (var stop = 80; stop < 140; stop += 3)
        {
            var scene = new BlobScene(stop).Fall(at: 1, height: 45);
            var detector = new FallDetector(scene.View(), new FallSettings(), new Hiding(scene, frame => frame is > 50 and < 65));
            List<Fall> falls = [];
            for (var frame = 0; frame < stop; frame++)
            {
                falls.AddRange(detector.Take([], TimeSpan.FromSeconds(frame / BlobScene.FramesPerSecond)));
            }

            falls.AddRange(detector.Finish());
            Assert.True(falls.Count <= 1, $"stopped at {stop}: {falls.Count}");
        }
    }

    [Fact]
    public void Fall_is_told_soon_after_its_end()
    {
        var scene = new BlobScene(9).Fall(at: 1, height: 30);
        var detector = new FallDetector(scene.View(), new FallSettings(), scene);
        for (var frame = 0; frame < 200; frame++)
        {
            var time = TimeSpan.FromSeconds(frame / BlobScene.FramesPerSecond);
            if (detector.Take([], time) is [var fall])
            {
                Assert.InRange((time - fall.Ended).TotalSeconds, 0, 1.5);
                return;
            }
        }

        Assert.Fail("never told");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_else_that_comes_down_is_a_fall(bool calibrated)
    {
        var refused = new HashSet<FallRefusal>();
        var scene = new BlobScene(10) { Clutter = 25 }
            .Move(t => (-8, 50 - (4 * t))) // a gondola
            .Move(t => t > 1 ? (-3 + (6 * (t - 1)), 45 - (2 * (t - 1)) + (2 * Math.Sin(4 * t))) : null) // a bird
            .Move(t => (5 + Math.Sin(3 * t), 30 + (1.5 * Math.Sin(5 * t)))) // washing on a line
            .MovePixels(t => (100 + (200 * t), 20 + (900 * ((t * 3) % 1)))) // drops of rain
            .MovePixels(t => (900, 100 + (600 / Math.Max(0.2, 4 - t)))) // a vehicle coming down a road
            .Move(t => (9, 20 - (7 * t))); // a kite's string, steady

        Assert.Empty(scene.Run(8, calibrated, (_, why) => refused.Add(why)));
        Assert.NotEmpty(refused);
    }

    [Fact]
    public void Thing_hidden_for_some_frames_is_still_one_fall()
    {
        var hidden = new BlobScene(11).Fall(at: 1, height: 40);
        var seen = new Hiding(hidden, frame => frame % 7 is 0 or 1 || frame is > 48 and < 54);

        var detector = new FallDetector(hidden.View(), new FallSettings(), seen);
        List<Fall> falls = [];
        for (var frame = 0; frame < 150; frame++)
        {
            falls.AddRange(detector.Take([], TimeSpan.FromSeconds(frame / BlobScene.FramesPerSecond)));
        }

        Assert.Single(falls.Concat(detector.Finish()));
    }

    [Fact]
    public void Duplicate_frames_and_uneven_times_change_nothing()
    {
        var scene = new BlobScene(12).Fall(at: 1, height: 40);
        var detector = new FallDetector(scene.View(), new FallSettings(), scene);
        List<Fall> falls = [];
        for (var frame = 0; frame < 150; frame++)
        {
            var time = TimeSpan.FromSeconds((frame / BlobScene.FramesPerSecond) + 100);
            falls.AddRange(detector.Take([], time));
            if (frame % 4 == 0)
            {
                Assert.Empty(detector.Take([], time));
            }
        }

        Assert.Single(falls.Concat(detector.Finish()));
        Assert.Equal(38, detector.Duplicates);
    }

    [Fact]
    public void Pixels_that_flicker_everywhere_are_no_fall_and_cost_no_more_than_their_bound()
    {
        Assert.Empty(new BlobScene(13) { Clutter = 300 }.Run(8));
    }

    [Fact]
    public void Frames_allocate_nothing_once_it_is_warm()
    {
        var scene = new BlobScene(14) { Clutter = 40 };
        var detector = new FallDetector(scene.View(), new FallSettings(), scene);
        var frame = 0;
        void Run(int frames)
        {
            for (var end = frame + frames; frame < end; frame++)
            {
                detector.Take([], TimeSpan.FromSeconds(frame / BlobScene.FramesPerSecond));
            }
        }

        Run(400);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(200);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000);
    }

    private sealed class Hiding(BlobScene scene, Func<int, bool> hides) : Gateway.Edge.Perception.FallingObjects.Motion.IMotionFinder
    {
        private int _frame;

        public bool Disturbed => false;

        public ReadOnlySpan<Gateway.Edge.Perception.FallingObjects.Motion.Blob> Take(ReadOnlySpan<byte> luma)
        {
            var blobs = scene.Take(luma);
            return hides(_frame++) ? [] : blobs;
        }

        public void Reset() => scene.Reset();
    }
}
