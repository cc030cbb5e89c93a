using EdgeGateway.Testing;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class MotionFinderTests
{
    private const int Learned = 60;

    /// <summary>By then what is calm is known, and blocks for the shake have been chosen among it.</summary>
    private const int Settled = 265;

    private readonly MotionScene _scene = new(7);
    private readonly MotionFinder _finder = new(new FallView(MotionScene.Width, MotionScene.Height), new MotionSettings());

    [Theory]
    [InlineData(2, 2, 30)]
    [InlineData(2, 2, -30)]
    [InlineData(3, 3, 18)]
    [InlineData(30, 30, -40)]
    [InlineData(2, 25, 20)]
    public void A_thing_on_the_facade_is_one_blob_with_its_place_size_and_contrast(int width, int height, int contrast)
    {
        Learn(Learned);
        _scene.Next();
        _scene.Paint(150, 96, width, height, contrast);

        var blob = Assert.Single(_finder.Take(_scene.Frame).ToArray());

        Assert.False(_finder.Disturbed);
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
    public void Noise_alone_gives_hardly_any_blobs(double noise)
    {
        var scene = new MotionScene(11) { Noise = noise };
        var blobs = 0;
        for (var frame = 0; frame < 150; frame++)
        {
            blobs += _finder.Take(scene.Next()).Length;
        }

        Assert.InRange(blobs, 0, 3);
    }

    [Fact]
    public void Nothing_is_told_while_the_background_is_learned_nor_after_a_reset()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var frame = 0; frame < new MotionSettings().WarmUp; frame++)
            {
                Assert.Empty(Fallen(x: 60 + (frame * 8)));
            }

            Assert.Single(Fallen(x: 290));
            _finder.Reset();
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, -1)]
    [InlineData(-2, 2)]
    public void A_shaken_camera_sees_only_the_thing_and_tells_it_where_it_would_be_unshaken(int x, int y)
    {
        Learn(Settled);
        _scene.Next(x, y);
        _scene.Paint(150 + x, 96 + y, 4, 4, 50);

        var blobs = _finder.Take(_scene.Frame).ToArray();

        Assert.Equal((x, y), _finder.Shift);
        var blob = Assert.Single(blobs);
        Assert.Equal(152, blob.X, 0.3);
        Assert.Equal(98, blob.Y, 0.3);
        _finder.Take(_scene.Next());
        Assert.Equal((0, 0), _finder.Shift);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(-40)]
    public void A_step_of_exposure_is_not_told_and_what_moves_in_it_is(int offset)
    {
        Learn(Learned);
        _scene.Next(offset: offset);
        _scene.Paint(150, 96, 4, 4, 60);

        var blobs = _finder.Take(_scene.Frame).ToArray();

        Assert.False(_finder.Disturbed);
        var blob = Assert.Single(blobs);
        Assert.Equal(152, blob.X, 0.3);
        Assert.Equal(98, blob.Y, 0.3);
        Assert.Equal(60, blob.Contrast, 3.0);
    }

    [Theory]
    [InlineData(9, 9, 1)]
    [InlineData(0, 0, 1.4)]
    public void A_bump_and_another_contrast_disturb_and_are_learned(int x, int y, double gain)
    {
        Learn(Learned);
        var disturbed = 0;
        for (var frame = 0; frame < 40; frame++)
        {
            var blobs = _finder.Take(_scene.Next(x, y, gain)).Length;
            disturbed += _finder.Disturbed ? 1 : 0;
            Assert.True(frame > 0 || _finder.Disturbed);
            Assert.True(!_finder.Disturbed || blobs == 0);
        }

        Assert.InRange(disturbed, 1, 15);
        Assert.Empty(_finder.Take(_scene.Next(x, y, gain)).ToArray());
        _scene.Next(x, y, gain);
        _scene.Paint(150, 96, 4, 4, -60);
        Assert.Single(_finder.Take(_scene.Frame).ToArray());
    }

    [Fact]
    public void A_parked_thing_melts_and_what_falls_by_it_is_still_seen()
    {
        Learn(Learned);
        var last = 0;
        for (var frame = 0; frame < 400; frame++)
        {
            _scene.Next();
            _scene.Paint(60, 60, 20, 12, 80);
            last = _finder.Take(_scene.Frame).Length == 0 ? last : frame;
        }

        Assert.InRange(last, 3, 250);
        _scene.Next();
        _scene.Paint(60, 60, 20, 12, 80);
        _scene.Paint(84, 64, 4, 4, 50);
        Assert.Single(_finder.Take(_scene.Frame).ToArray());
    }

    [Fact]
    public void A_thing_that_takes_the_way_of_another_is_seen_as_well()
    {
        Learn(Learned);
        for (var thing = 0; thing < 4; thing++)
        {
            Assert.Single(Fallen());
            Assert.Single(Fallen());
            Learn(12);
        }
    }

    [Fact]
    public void A_waving_branch_falls_silent_and_a_thing_beside_it_does_not()
    {
        Learn(Learned);
        var random = new Random(5);
        var (early, late) = (0, 0);
        for (var frame = 0; frame < 400; frame++)
        {
            _scene.Next();
            _scene.Paint(200 + random.Next(8), 40 + random.Next(8), 12, 12, -50);
            var blobs = _finder.Take(_scene.Frame).Length;
            (early, late) = (early + (frame < 20 ? blobs : 0), late + (frame >= 300 ? blobs : 0));
        }

        Assert.InRange(early, 8, 100);
        Assert.InRange(late, 0, 90); // less than one in each of a hundred frames
        Assert.Contains(Fallen(), blob => Math.Abs(blob.X - 152) < 1 && Math.Abs(blob.Y - 152) < 1);
    }

    [Fact]
    public void Away_from_the_region_and_inside_of_what_is_ignored_nothing_is_seen()
    {
        var view = new FallView(MotionScene.Width, MotionScene.Height, Box(0.25, 0.1, 0.75, 0.9), [Box(0.4, 0.4, 0.6, 0.6)]);
        var finder = new MotionFinder(view, new MotionSettings());
        for (var frame = 0; frame < Learned; frame++)
        {
            finder.Take(_scene.Next());
        }

        _scene.Next();
        _scene.Paint(20, 100, 6, 6, 60);
        _scene.Paint(158, 118, 6, 6, 60);
        _scene.Paint(100, 60, 6, 6, 60);
        _scene.Paint(72, 130, 6, 6, 60); // half of a thing at the region's edge would be seen in the wrong place

        var blobs = finder.Take(_scene.Frame).ToArray();

        Assert.Equal([(103, 63), (75, 133)], blobs.Select(blob => ((int)Math.Round(blob.X), (int)Math.Round(blob.Y))));
    }

    [Theory]
    [InlineData(160, 120)]
    [InlineData(333, 241)]
    [InlineData(639, 361)]
    public void Sides_that_are_no_multiples_of_a_vector_change_nothing(int width, int height)
    {
        var finder = new MotionFinder(new FallView(width, height), new MotionSettings());
        var random = new Random(width);
        var frame = new byte[width * height];
        foreach (var (x, y) in new[] { (7, 7), (width - 10, height - 10), (width - 10, 7), (7, height - 10), (width / 2, height / 2) })
        {
            for (var i = 0; i < 40; i++)
            {
                Paint(frame, random);
                Assert.True(finder.Take(frame).Length == 0, "noise is told");
            }

            Paint(frame, random);
            for (var at = 0; at < 9; at++)
            {
                frame[((y + (at / 3)) * width) + x + (at % 3)] += 70;
            }

            var blob = Assert.Single(finder.Take(frame).ToArray());
            Assert.Equal(x + 1.5, blob.X, 0.2);
            Assert.Equal(y + 1.5, blob.Y, 0.2);
        }

        static void Paint(byte[] frame, Random random)
        {
            for (var at = 0; at < frame.Length; at++)
            {
                frame[at] = (byte)(90 + random.Next(3));
            }
        }
    }

    [Fact]
    public void A_flooded_picture_disturbs_and_costs_no_more_than_its_bound()
    {
        Learn(Learned);
        _scene.Next();
        for (var y = 10; y < 230; y += 6)
        {
            for (var x = 10; x < 310; x += 6)
            {
                _scene.Paint(x, y, 2, 2, 90);
            }
        }

        Assert.Empty(_finder.Take(_scene.Frame).ToArray());
        Assert.True(_finder.Disturbed);
    }

    [Fact]
    public void A_frame_costs_no_memory_and_a_finder_for_1080_rows_less_than_10_megabytes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = new MotionFinder(new FallView(1920, 1080), new MotionSettings());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 4_000_000, 10_000_000);

        Learn(Learned);
        byte[][] frames = [[.. _scene.Next()], [.. _scene.Next(2, 1)], [.. _scene.Next(offset: 20)], [.. _scene.Next(9, 9)]];
        foreach (var frame in frames)
        {
            _finder.Take(frame);
        }

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var frame = 0; frame < 280; frame++)
            {
                _finder.Take(frames[frame / 70]);
            }
        }));
    }

    private void Learn(int frames)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            _finder.Take(_scene.Next());
        }
    }

    private Blob[] Fallen(int x = 150)
    {
        _scene.Next();
        _scene.Paint(x, 150, 4, 4, 50);
        return _finder.Take(_scene.Frame).ToArray();
    }

    private static ImagePolygon Box(double left, double top, double right, double bottom) =>
        new([new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);
}
