using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

public sealed class HeadingMeterTests
{
    private readonly HeadingMeter _meter = new();

    [Theory]
    [InlineData(4.17, nameof(VehicleHeading.Approaching))] // 15 km/h
    [InlineData(1.0, nameof(VehicleHeading.Approaching))]
    [InlineData(-2.0, nameof(VehicleHeading.Receding))]
    public void A_vehicle_that_comes_or_goes_is_told_within_half_a_second(double speed, string expected)
    {
        var random = new Random(5);
        for (var frame = 0; frame <= 12; frame++)
        {
            var distance = 6 - (speed * frame / 25);
            var width = 600 / distance * (1 + (0.01 * (random.NextDouble() - 0.5)));
            _meter.Add(Readings.Box(300, 200, (float)width), Readings.At(frame / 25.0));
        }

        Assert.Equal(expected, _meter.Heading.ToString());
    }

    [Fact]
    public void A_vehicle_that_rests_for_a_second_stands()
    {
        var random = new Random(6);
        for (var frame = 0; frame <= 30; frame++)
        {
            _meter.Add(Readings.Box(300 + random.Next(-2, 3), 200, 120 * (1 + (0.015f * (random.NextSingle() - 0.5f)))), Readings.At(frame / 25.0));
        }

        Assert.Equal(VehicleHeading.Standing, _meter.Heading);
    }

    [Fact]
    public void Two_frames_say_nothing()
    {
        _meter.Add(Readings.Box(300, 200, 100), Readings.At(0));
        _meter.Add(Readings.Box(300, 200, 120), Readings.At(0.04));

        Assert.Equal(VehicleHeading.Unknown, _meter.Heading);
        Assert.Equal(1.2f, _meter.GrownBy, 0.01f);
    }

    [Fact]
    public void One_that_came_stood_and_backs_off_recedes()
    {
        var seconds = 0.0;
        for (var frame = 0; frame < 25; frame++, seconds += 0.04)
        {
            _meter.Add(Readings.Box(300, 200, 80 + (frame * 3)), Readings.At(seconds));
        }

        Assert.Equal(VehicleHeading.Approaching, _meter.Heading);
        for (var frame = 0; frame < 40; frame++, seconds += 0.04)
        {
            _meter.Add(Readings.Box(300, 200, 155), Readings.At(seconds));
        }

        Assert.Equal(VehicleHeading.Standing, _meter.Heading);
        for (var frame = 0; frame < 25; frame++, seconds += 0.04)
        {
            _meter.Add(Readings.Box(300, 200, 155 - (frame * 2)), Readings.At(seconds));
        }

        Assert.Equal(VehicleHeading.Receding, _meter.Heading);
    }

    [Fact]
    public void Moving_sideways_is_measured_in_plate_widths()
    {
        _meter.Add(Readings.Box(100, 200, 100), Readings.At(0));
        _meter.Add(Readings.Box(150, 200, 100), Readings.At(0.5));

        Assert.Equal(0.5f, _meter.MovedBy, 0.001f);
    }
}
