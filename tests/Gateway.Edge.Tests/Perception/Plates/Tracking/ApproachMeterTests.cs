using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

public sealed class ApproachMeterTests
{
    private const int Picture = 1280;

    /// <summary>Focal length times the picture's width times a plate's width: the width in pixels at one metre.</summary>
    private const double AtOneMetre = 1.95 * Picture * 0.44;

    private readonly ApproachMeter _meter = new();

    private double Nearer => _meter.Nearer * Picture;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_vehicle_at_15_kmh_has_come_nearer_before_it_moved_two_metres(int seed)
    {
        var random = new Random(seed);
        var moved = 0.0;
        for (; Nearer < new PlateTrackingSettings().CameNearer; moved += 15 / 3.6 / 25)
        {
            Assert.InRange(moved, 0, 2);
            Add(AtOneMetre / (14.4 - moved), random, unrest: 0.02, moved / (15 / 3.6));
        }

        Assert.True(moved > 0.8, "No plate has come 1.1 m nearer so soon.");
    }

    [Fact]
    public void The_travel_measured_is_that_of_the_plate()
    {
        for (var frame = 0; frame <= 20; frame++)
        {
            Add(AtOneMetre / (12 - (0.1 * frame)), new Random(1), unrest: 0, frame / 25.0);
        }

        Assert.Equal(2, Nearer * 1.95 * 0.44, 0.05);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(85)]
    public void A_plate_that_rests_for_a_minute_does_not_come_nearer_however_restless_its_box(float width)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            _meter.Clear();
            for (var frame = 0; frame < 1500; frame++)
            {
                _meter.Add(Restless(Readings.Box(600, 300, width), random, 0.06), Readings.At(frame / 25.0));
                AssertStays();
            }
        }
    }

    [Fact]
    public void A_plate_that_a_wrist_turns_to_the_front_does_not_come_nearer()
    {
        var random = new Random(1);
        for (var frame = 0; frame < 50; frame++)
        {
            var turned = Math.Max(0, 25 - frame) * Math.PI / 180;
            var box = Readings.Box(600 + (2 * frame), 300 + frame, 110);
            _meter.Add(Restless(box with { Width = (float)(box.Width * Math.Cos(turned)) }, random, 0.01), Readings.At(frame / 25.0));
            AssertStays();
        }
    }

    [Fact]
    public void A_print_that_is_uncovered_does_not_come_nearer()
    {
        for (var frame = 0; frame < 50; frame++)
        {
            var whole = Readings.Box(600, 300, 100);
            _meter.Add(whole with { Width = Math.Min(100, 60 + (2 * frame)) }, Readings.At(frame / 25.0));
            AssertStays();
        }
    }

    [Fact]
    public void A_screen_that_is_zoomed_does_not_come_nearer()
    {
        for (var frame = 0; frame < 50; frame++)
        {
            _meter.Add(Readings.Box(600, 300, 80 + (2 * frame)), Readings.At(frame / 25.0));
            AssertStays();
        }
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(4.0)]
    public void A_hand_that_sways_to_and_fro_does_not_come_nearer(double period)
    {
        for (var frame = 0; frame < 500; frame++)
        {
            Add(100 * (1 + (0.07 * Math.Sin(frame / 25.0 * Math.Tau / period))), new Random(1), unrest: 0, frame / 25.0);
            AssertStays();
        }
    }

    [Fact]
    public void What_came_and_went_back_has_not_come()
    {
        for (var frame = 0; frame < 60; frame++)
        {
            Add(80 + Math.Min(frame, 60 - frame), new Random(1), unrest: 0, frame / 25.0);
        }

        AssertStays();
    }

    [Fact]
    public void A_vehicle_that_creeps_has_grown_once_it_came_near()
    {
        for (var frame = 0; frame < 250; frame++)
        {
            Add(80 + (frame * 0.1), new Random(1), unrest: 0, frame / 25.0);
        }

        Assert.Equal(0, _meter.Nearer);
        Assert.Equal(1.31, _meter.Grown, 0.02);
    }

    [Fact]
    public void A_plate_that_goes_does_not_come_nearer()
    {
        for (var frame = 0; frame < 50; frame++)
        {
            Add(120 - frame, new Random(1), unrest: 0, frame / 25.0);
        }

        Assert.Equal(0, _meter.Nearer);
    }

    [Fact]
    public void Four_frames_say_nothing()
    {
        for (var frame = 0; frame < 4; frame++)
        {
            Add(80 + (frame * 20), new Random(1), unrest: 0, frame * 0.1);
        }

        Assert.Equal(0, _meter.Nearer);
        Assert.Equal(100, _meter.FirstWidth); // the mean of three
    }

    [Fact]
    public void What_was_seen_long_ago_does_not_count()
    {
        for (var frame = 0; frame < 10; frame++)
        {
            Add(80 + (frame * 5), new Random(1), unrest: 0, frame * 2.0);
        }

        Assert.Equal(0, _meter.Nearer);
    }

    private static PixelBox Restless(PixelBox box, Random random, double unrest) => box with
    {
        Width = (float)(box.Width * (1 + (unrest * (random.NextDouble() - 0.5)))),
        Height = (float)(box.Height * (1 + (unrest * (random.NextDouble() - 0.5)))),
    };

    private void AssertStays()
    {
        Assert.InRange(Nearer, 0, new PlateTrackingSettings().CameNearer);
        Assert.InRange(_meter.Grown, 1, new PlateTrackingSettings().CameFromAfar);
    }

    /// <summary>A plate of that width on a lane a metre beside and below the camera.</summary>
    private void Add(double width, Random random, double unrest, double seconds) =>
        _meter.Add(Restless(Readings.Ahead(AtOneMetre / width), random, unrest), Readings.At(seconds));
}
