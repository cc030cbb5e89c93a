using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

public sealed class TremorMeterTests
{
    private readonly TremorMeter _meter = new();

    [Fact]
    public void A_standing_vehicle_in_a_noisy_picture_does_not_tremble()
    {
        Watch(_ => (0, 0));

        Assert.True(_meter.Known);
        Assert.False(_meter.Trembles, $"unrest {_meter.Unrest}");
    }

    [Fact]
    public void Slow_steady_rolling_is_no_trembling()
    {
        Watch(frame => (frame * 0.2, frame * 0.05));

        Assert.False(_meter.Trembles, $"unrest {_meter.Unrest}");
    }

    [Fact]
    public void A_hand_trembles()
    {
        // Two percent of the plate's width, at some hertz, as a hand does at arm's length.
        Watch(frame => (1.6 * Math.Sin(frame * 1.3), 1.1 * Math.Cos(frame * 0.9)));

        Assert.True(_meter.Known);
        Assert.True(_meter.Trembles, $"unrest {_meter.Unrest}");
    }

    [Fact]
    public void Half_a_second_is_too_short_to_tell()
    {
        Watch(frame => (1.6 * Math.Sin(frame * 1.3), 0), frames: 12);

        Assert.False(_meter.Known);
    }

    [Fact]
    public void A_plate_at_the_edge_of_the_picture_is_measured_without_reaching_beyond()
    {
        for (var frame = 0; frame < 25; frame++)
        {
            _meter.Add(Readings.Scene(), Readings.Box(2, 2, 80), Readings.At(frame / 25.0));
        }

        Assert.False(_meter.Trembles);
    }

    private void Watch(Func<int, (double X, double Y)> shift, int frames = 25)
    {
        var random = new Random(3);
        for (var frame = 0; frame < frames; frame++)
        {
            var (x, y) = shift(frame);
            var image = Readings.Scene(x, y);
            for (var i = 0; i < image.ByteCount; i++)
            {
                image.Pixels[i] = (byte)Math.Clamp(image.Pixels[i] + random.Next(-6, 7), 0, 255);
            }

            _meter.Add(image, Readings.Box(160, 90, 80), Readings.At(frame / 25.0));
        }
    }
}
