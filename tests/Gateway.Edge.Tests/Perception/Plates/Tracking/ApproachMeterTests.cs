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
            Assert.InRange(moved, 0, 1.7);
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

    [Fact]
    public void A_plate_that_rests_does_not_come_nearer_however_restless_its_box()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            _meter.Clear();
            for (var frame = 0; frame < 250; frame++)
            {
                Add(85, random, unrest: 0.06, frame / 25.0);
            }

            Assert.InRange(Nearer, 0, new PlateTrackingSettings().CameNearer);
        }
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
        Assert.Equal(80, _meter.FirstWidth);
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

    private void Add(double width, Random random, double unrest, double seconds) =>
        _meter.Add(Readings.Box(600, 300, (float)(width * (1 + (unrest * (random.NextDouble() - 0.5))))), Readings.At(seconds));
}
