using EdgeGateway.Testing;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class ShakeMeterTests
{
    private const int Width = 333;
    private const int Height = 241;
    private const int Stride = 352;
    private const int Most = 6;

    private static readonly WatchedPixels Everything = new(new FallView(Width, Height), margin: 0, around: 0);

    private readonly ShakeMeter _meter = new(Width, Height, Most);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Each_shift_up_to_the_largest_is_found_on_texture(double noise)
    {
        var level = Level(Waves);
        _meter.Choose(level, Stride, Filled(1), Everything);
        var random = new Random(3);

        for (var y = -Most; y <= Most; y++)
        {
            for (var x = -Most; x <= Most; x++)
            {
                Assert.Equal((x, y), _meter.Measure(Frame(Waves, x, y, noise, random), level, Stride));
            }
        }
    }

    [Fact]
    public void A_longer_way_than_the_largest_shake_is_not_believed()
    {
        var level = Level(Waves);
        _meter.Choose(level, Stride, Filled(1), Everything);

        var (x, y) = _meter.Measure(Frame(Waves, 9, -9), level, Stride);

        Assert.InRange(x, -Most, Most);
        Assert.InRange(y, -Most, Most);
    }

    [Fact]
    public void A_flat_picture_says_nothing()
    {
        var level = Level((_, _) => 100);
        _meter.Choose(level, Stride, Filled(1), Everything);

        Assert.Equal((0, 0), _meter.Measure(Frame((_, _) => 100, 0, 0, noise: 5, new Random(1)), level, Stride));
    }

    [Fact]
    public void Leaves_in_the_wind_are_not_asked()
    {
        var level = Level(Waves);
        _meter.Choose(level, Stride, Filled(40), Everything);

        Assert.Equal((0, 0), _meter.Measure(Frame(Waves, 3, 2), level, Stride));
    }

    [Fact]
    public void Without_a_choice_or_without_a_shake_to_take_out_nothing_is_measured()
    {
        var level = Level(Waves);
        Assert.Equal((0, 0), _meter.Measure(Frame(Waves, 3, 2), level, Stride));

        var still = new ShakeMeter(Width, Height, 0);
        still.Choose(level, Stride, Filled(1), Everything);
        Assert.Equal((0, 0), still.Measure(Frame(Waves, 3, 2), level, Stride));
    }

    [Fact]
    public void What_passes_before_a_third_of_the_picture_does_not_win_the_vote()
    {
        var level = Level(Waves);
        _meter.Choose(level, Stride, Filled(1), Everything);
        var frame = Frame(Waves, 2, -1);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width / 3; x++)
            {
                frame[(y * Width) + x] = (byte)(60 + (x * 7 % 90));
            }
        }

        Assert.Equal((2, -1), _meter.Measure(frame, level, Stride));
    }

    [Fact]
    public void Measuring_allocates_nothing()
    {
        var (level, deviation, frame) = (Level(Waves), Filled(1), Frame(Waves, 4, 4));
        _meter.Choose(level, Stride, deviation, Everything);
        _meter.Measure(frame, level, Stride);

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                _meter.Choose(level, Stride, deviation, Everything);
                _meter.Measure(frame, level, Stride);
            }
        }));
    }

    /// <summary>Long waves lead downhill from far away; short ones tell the place.</summary>
    private static double Waves(int x, int y) =>
        120 + (45 * Math.Sin((x + (0.4 * y)) / 5.5)) + (45 * Math.Sin((y - (0.3 * x)) / 6.5)) + (8 * Math.Sin((x * 0.9) + (y * 1.1)));

    private static byte[] Level(Func<int, int, double> picture)
    {
        var level = new byte[Stride * Height];
        for (var at = 0; at < level.Length; at++)
        {
            level[at] = (byte)Math.Round(picture(at % Stride, at / Stride));
        }

        return level;
    }

    private static byte[] Frame(Func<int, int, double> picture, int shiftX, int shiftY, double noise = 0, Random? random = null)
    {
        var frame = new byte[Width * Height];
        for (var at = 0; at < frame.Length; at++)
        {
            var off = random is null ? 0 : noise * ((2 * random.NextDouble()) - 1);
            frame[at] = (byte)Math.Clamp(Math.Round(picture((at % Width) - shiftX, (at / Width) - shiftY) + off), 0, 255);
        }

        return frame;
    }

    private static byte[] Filled(byte value) => Enumerable.Repeat(value, Stride * Height).ToArray();
}
