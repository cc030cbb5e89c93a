using System.Diagnostics;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class PixelKernelTests
{
    private const int Words = 40;

    [Fact]
    public void Vectors_of_256_bits_equal_the_plain_definition_in_every_bit() => Compare<PixelKernel256>(seed: 1);

    [Fact]
    public void Vectors_of_128_bits_equal_the_plain_definition_in_every_bit() => Compare<PixelKernel128>(seed: 2);

    [Fact]
    public void Words_without_a_watched_pixel_are_left_alone()
    {
        var background = new Background(1, 2);
        var mask = new ulong[2];

        background.Compare(0, Enumerable.Repeat((byte)200, 128).ToArray(), new byte[128], 0, [0, 1UL << 63], mask, new(9, 1, 1, 4, 1));

        Assert.Equal([0, 1UL << 63], mask);
        Assert.All(background.Levels[..64].ToArray(), level => Assert.Equal(0, level));
        Assert.All(background.Levels[64..].ToArray(), level => Assert.Equal(1, level));
    }

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX2")]
    public async Task Processors_without_wide_vectors_compute_the_same(string switchedOff)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Gateway.Edge.Tests"))
        {
            RedirectStandardOutput = true,
            Environment = { [switchedOff] = "0" },
        };
        foreach (var argument in new[] { "-method", "*PixelKernelTests.Vectors_*", "-method", "*VectorHelpersTests.*", "-noLogo" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Total: 10", output, StringComparison.Ordinal);
    }

    private static void Compare<TKernel>(int seed)
        where TKernel : struct, IPixelKernel
    {
        var random = new Random(seed);
        var background = new Background(3, Words);
        random.NextBytes(background.Levels);
        random.NextBytes(background.Thresholds);
        var (levels, thresholds) = (background.Levels.ToArray(), background.Thresholds.ToArray());
        var (pixels, tolerances, watched, mask) = (new byte[background.Stride], new byte[background.Stride], new ulong[Words], new ulong[Words]);
        for (var frame = 0; frame < 60; frame++)
        {
            var rates = new PixelRates((byte)random.Next(30), (byte)random.Next(9), (byte)random.Next(9), (byte)random.Next(9), (byte)random.Next(3));
            random.NextBytes(pixels);
            random.NextBytes(tolerances);
            watched.AsSpan().Fill(ulong.MaxValue);
            watched[random.Next(Words)] = (ulong)random.NextInt64();
            var row = frame % 3;

            background.Compare<TKernel>(row, pixels, tolerances, 0, watched, mask, rates);

            var expected = new ulong[Words];
            for (var x = 0; x < background.Stride; x++)
            {
                var at = (row * background.Stride) + x;
                if (Step(pixels[x], tolerances[x], ref levels[at], ref thresholds[at], rates))
                {
                    expected[x / 64] |= (1UL << (x % 64)) & watched[x / 64];
                }
            }

            Assert.Equal(expected, mask);
        }

        Assert.Equal(levels, background.Levels.ToArray());
        Assert.Equal(thresholds, background.Thresholds.ToArray());
    }

    /// <summary>What <see cref="IPixelKernel"/> says, pixel by pixel.</summary>
    private static bool Step(byte pixel, byte tolerance, ref byte level, ref byte threshold, PixelRates rates)
    {
        var difference = Math.Abs(pixel - level);
        var differs = Math.Max(0, difference - tolerance) > Math.Max(threshold, rates.Floor);
        level = (byte)(level + (Math.Sign(pixel - level) * Math.Min(difference, differs ? rates.Creep : rates.Adapt)));
        var twice = Math.Min(255, 2 * difference);
        threshold = (byte)(twice > threshold ? Math.Min(twice, threshold + rates.Rise) : Math.Max(twice, threshold - rates.Decay));
        return differs;
    }
}
