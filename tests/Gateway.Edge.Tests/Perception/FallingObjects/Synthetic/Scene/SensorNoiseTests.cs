using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class SensorNoiseTests
{
    private const int Width = 203;
    private const int Height = 160;

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.5)]
    [InlineData(4.0)]
    public void Noise_has_the_deviation_that_was_asked_for_and_no_bias(double sigma)
    {
        var noise = new SensorNoise(new SeededRandom(1), Width, sigma, 0, 25);
        var off = Laid(noise, 3, 128).Select(pixel => pixel - 128.0).ToArray();
        Assert.Equal(0, off.Average(), 0.1);
        Assert.Equal(sigma, Math.Sqrt(off.Average(level => level * level)), 0.15 * sigma);
    }

    [Fact]
    public void The_same_frame_has_the_same_noise_and_the_next_another()
    {
        var noise = new SensorNoise(new SeededRandom(1), Width, 2, 0, 25);
        Assert.Equal(Laid(noise, 7, 128), Laid(noise, 7, 128));
        var (one, two) = (Laid(noise, 7, 128), Laid(noise, 8, 128));
        Assert.InRange(one.Zip(two).Count(pair => pair.First != pair.Second), one.Length / 2, one.Length);
    }

    [Fact]
    public void Black_and_white_do_not_wrap_around()
    {
        var noise = new SensorNoise(new SeededRandom(1), Width, 4, 0, 25);
        Assert.All(Laid(noise, 1, 255), pixel => Assert.InRange(pixel, 225, 255));
        Assert.All(Laid(noise, 1, 0), pixel => Assert.InRange(pixel, 0, 30));
    }

    [Fact]
    public void Blocks_keep_their_error_until_the_next_whole_picture()
    {
        var noise = new SensorNoise(new SeededRandom(1), Width, 0, 1.5, group: 10);
        var (first, same, next) = (Laid(noise, 0, 128), Laid(noise, 9, 128), Laid(noise, 10, 128));
        Assert.Equal(first, same);
        Assert.NotEqual(first, next);
        for (var x = 0; x < 8; x++)
        {
            for (var y = 0; y < 8; y++)
            {
                Assert.Equal(first[0], first[(y * Width) + x]);
            }
        }
    }

    [Fact]
    public void None_leaves_the_frame_alone() => Assert.All(Laid(new SensorNoise(new SeededRandom(1), Width, 0, 0, 25), 1, 99), pixel => Assert.Equal(99, pixel));

    private static byte[] Laid(SensorNoise noise, int number, byte level)
    {
        var frame = new byte[Width * Height];
        frame.AsSpan().Fill(level);
        noise.Over(frame, Width, number);
        return frame;
    }
}
