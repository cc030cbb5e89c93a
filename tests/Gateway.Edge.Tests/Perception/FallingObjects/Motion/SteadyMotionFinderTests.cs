using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class SteadyMotionFinderTests
{
    private const int Learned = 60;
    private readonly MotionScene _scene = new(7);
    private readonly SteadyMotionFinder _finder = new(new(MotionScene.Width, MotionScene.Height));

    [Theory]
    [InlineData(2, 2, 30)]
    [InlineData(2, 2, -30)]
    [InlineData(3, 3, 14)]
    [InlineData(30, 30, -40)]
    [InlineData(2, 25, 20)]
    public void A_thing_on_the_facade_is_one_blob_with_its_place_size_and_contrast(int width, int height, int contrast)
    {
        Learn();
        _scene.Next();
        _scene.Paint(150, 96, width, height, contrast);

        var blob = Assert.Single(_finder.Take(_scene.Frame).ToArray());

        Assert.Equal(150 + (width / 2.0), blob.X, 0.3);
        Assert.Equal(96 + (height / 2.0), blob.Y, 0.3);
        Assert.InRange(blob.Width, width, width + 1);
        Assert.InRange(blob.Height, height, height + 1);
        Assert.InRange(blob.Area, width * height * 0.9, (width * height) + 2);
        Assert.Equal(contrast, blob.Contrast, 3.0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Noise_alone_gives_no_blobs(double noise)
    {
        var scene = new MotionScene(11) { Noise = noise };
        var blobs = 0;
        for (var frame = 0; frame < 150; frame++)
        {
            blobs += _finder.Take(scene.Next()).Length;
        }

        Assert.Equal(0, blobs);
    }

    [Fact]
    public void Nothing_is_told_while_the_background_is_learned_nor_after_a_reset()
    {
        Learn();
        Assert.Equal(1, Fallen());
        _finder.Reset();
        for (var frame = 0; frame < 20; frame++)
        {
            Assert.Equal(0, Fallen(x: 100 + (frame * 4)));
        }

        Assert.Equal(1, Fallen(x: 50));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-3, 4)]
    [InlineData(6, -6)]
    public void A_shaken_camera_sees_only_the_thing_and_tells_it_where_it_would_be_unshaken(int x, int y)
    {
        Learn();
        _scene.Next(x, y);
        _scene.Paint(150 + x, 96 + y, 4, 4, 50);

        var blobs = _finder.Take(_scene.Frame).ToArray();

        Assert.Equal((x, y), (_finder.Shift.X, _finder.Shift.Y));
        var blob = Assert.Single(blobs);
        Assert.Equal(152, blob.X, 0.3);
        Assert.Equal(98, blob.Y, 0.3);
    }

    [Theory]
    [InlineData(1, 25)]
    [InlineData(1, -40)]
    [InlineData(1.3, -5)]
    [InlineData(0.7, 0)]
    public void A_step_of_exposure_is_followed_at_once(double gain, double offset)
    {
        Learn();
        _scene.Next(gain: gain, offset: offset);
        _scene.Paint(150, 96, 4, 4, 60);

        var blobs = _finder.Take(_scene.Frame).ToArray();

        Assert.False(_finder.Disturbed);
        Assert.Contains(blobs, blob => Math.Abs(blob.X - 152) < 1 && Math.Abs(blob.Y - 98) < 1);
        Assert.InRange(blobs.Length, 1, 3);
    }

    [Fact]
    public void A_bump_disturbs_and_the_new_view_is_learned()
    {
        Learn();
        var disturbed = 0;
        for (var frame = 0; frame < 60; frame++)
        {
            var blobs = _finder.Take(_scene.Next(9, 9)).Length;
            disturbed += _finder.Disturbed ? 1 : 0;
            Assert.True(!_finder.Disturbed || blobs == 0);
        }

        Assert.InRange(disturbed, 1, 40);
        Assert.Equal(0, _finder.Take(_scene.Next(9, 9)).Length);
    }

    [Fact]
    public void A_parked_thing_melts_and_what_falls_by_it_is_still_seen()
    {
        Learn();
        var last = 0;
        for (var frame = 0; frame < 400; frame++)
        {
            _scene.Next();
            _scene.Paint(60, 60, 20, 12, 80);
            last = _finder.Take(_scene.Frame).Length == 0 ? last : frame;
        }

        Assert.InRange(last, 3, 250);
        Assert.Equal(1, Fallen());
    }

    [Fact]
    public void A_thing_that_takes_the_way_of_another_is_seen_as_well()
    {
        Learn();
        for (var thing = 0; thing < 4; thing++)
        {
            Assert.Equal(1, Fallen());
            Assert.Equal(1, Fallen());
            for (var pause = 0; pause < 12; pause++)
            {
                _finder.Take(_scene.Next());
            }
        }
    }

    [Fact]
    public void A_waving_branch_falls_silent_and_shows_in_the_restless_map()
    {
        Learn();
        var random = new Random(5);
        var (early, late) = (0, 0);
        for (var frame = 0; frame < 400; frame++)
        {
            _scene.Next();
            _scene.Paint(200 + random.Next(8), 40 + random.Next(8), 12, 12, -50);
            var blobs = _finder.Take(_scene.Frame).Length;
            (early, late) = (early + (frame < 20 ? blobs : 0), late + (frame >= 300 ? blobs : 0));
            if (frame == 40)
            {
                Assert.True(_finder.Restless.At(210, 48) > 0.1);
                Assert.Equal(0, _finder.Restless.At(60, 200));
            }
        }

        Assert.InRange(early, 8, 60);
        Assert.InRange(late, 0, 40);
    }

    [Fact]
    public void Outside_of_the_region_and_inside_of_what_is_ignored_nothing_is_seen()
    {
        var view = new FallView(MotionScene.Width, MotionScene.Height, Box(0.25, 0.1, 0.75, 0.9), [Box(0.4, 0.4, 0.6, 0.6)]);
        var finder = new SteadyMotionFinder(SteadyMotionSettings.From(view));
        for (var frame = 0; frame < Learned; frame++)
        {
            finder.Take(_scene.Next());
        }

        _scene.Next();
        _scene.Paint(20, 100, 6, 6, 60);
        _scene.Paint(158, 118, 6, 6, 60);
        _scene.Paint(100, 60, 6, 6, 60);

        var blob = Assert.Single(finder.Take(_scene.Frame).ToArray());

        Assert.Equal(103, blob.X, 0.5);
        Assert.Equal(63, blob.Y, 0.5);
    }

    [Fact]
    public void A_frame_costs_no_memory_and_a_finder_for_1080_rows_less_than_10_megabytes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = new SteadyMotionFinder(new(1920, 1080));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 4_000_000, 10_000_000);

        Learn();
        byte[][] frames = [[.. _scene.Next()], [.. _scene.Next(2, 1)], [.. _scene.Next(offset: 20)], [.. _scene.Next(9, 9)]];
        foreach (var frame in frames)
        {
            _finder.Take(frame);
        }

        before = GC.GetAllocatedBytesForCurrentThread();
        for (var frame = 0; frame < 80; frame++)
        {
            _finder.Take(frames[frame / 20]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Frames_of_another_size_and_impossible_sides_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _finder.Take(new byte[100]).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SteadyMotionFinder(new(100, 240)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SteadyMotionFinder(new(1920, 4000)));
    }

    private void Learn()
    {
        for (var frame = 0; frame < Learned; frame++)
        {
            _finder.Take(_scene.Next());
        }
    }

    private int Fallen(int x = 150)
    {
        _scene.Next();
        _scene.Paint(x, 150, 4, 4, 50);
        return _finder.Take(_scene.Frame).Length;
    }

    private static ImagePolygon Box(double left, double top, double right, double bottom) =>
        new([new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);
}
