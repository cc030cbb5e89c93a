using System.Diagnostics;
using System.Runtime.Intrinsics;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class BackgroundRowTests
{
    private const int MostWords = 9;

    private delegate void Way(ReadOnlySpan<byte> luma, Span<byte> level, Span<byte> deviation, ReadOnlySpan<uint> watched, Span<uint> moving, in BackgroundRow.Pace pace);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Vectors_of_256_bits_equal_the_plain_way_in_every_bit(int seed) => Compare(BackgroundRow.Take256, seed);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Vectors_of_128_bits_equal_the_plain_way_in_every_bit(int seed) => Compare(BackgroundRow.Take128, seed);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Vectors_that_this_processor_has_equal_the_plain_way_in_every_bit(int seed) => Compare(BackgroundRow.Take, seed);

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
        foreach (var argument in new[] { "-method", "*BackgroundRowTests.Vectors_*", "-method", "*BackgroundRowTests.Wide_*", "-noLogo" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Total: 7", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_vectors_are_off_where_they_are_switched_off()
    {
        var isOff = new[] { "DOTNET_EnableHWIntrinsic", "DOTNET_EnableAVX2" }.Any(name => Environment.GetEnvironmentVariable(name) == "0");

        Assert.False(isOff && Vector256.IsHardwareAccelerated);
    }

    [Theory]
    [InlineData(100, 5, 114, false, 101, 6)] // 2 x 5 + 4: not yet
    [InlineData(100, 5, 115, true, 100, 6)]
    [InlineData(100, 5, 85, true, 100, 6)]
    [InlineData(100, 1, 108, false, 101, 2)] // below the least difference
    [InlineData(100, 1, 109, true, 100, 2)]
    [InlineData(100, 5, 100, false, 100, 4)]
    [InlineData(100, 5, 99, false, 99, 4)]
    [InlineData(100, 1, 100, false, 100, 1)] // nothing is ever known exactly
    [InlineData(0, 200, 255, false, 1, 201)] // a limit above all levels
    public void A_pixel_moves_beyond_its_limit_and_what_it_stays_within_is_learned(byte level, byte deviation, byte pixel, bool isMoving, byte nextLevel, byte nextDeviation)
    {
        var (levels, deviations, moving) = (Filled(level), Filled(deviation), new uint[1]);

        BackgroundRow.TakeScalar(Filled(pixel), levels, deviations, [uint.MaxValue], moving, new BackgroundRow.Pace(0, 8, 1, 1, false));

        Assert.Equal(isMoving ? uint.MaxValue : 0, moving[0]);
        Assert.All(levels, value => Assert.Equal(nextLevel, value));
        Assert.All(deviations, value => Assert.Equal(nextDeviation, value));
    }

    [Fact]
    public void Deviation_rises_no_further_than_the_difference_and_moving_pixels_are_learned_when_told()
    {
        var (levels, deviations, moving) = (Filled(50), Filled(10), new uint[1]);
        BackgroundRow.TakeScalar(Filled(62), levels, deviations, [uint.MaxValue], moving, new BackgroundRow.Pace(0, 8, 9, 1, false));
        Assert.Equal((0u, (byte)12), (moving[0], deviations[0]));

        BackgroundRow.TakeScalar(Filled(200), levels, deviations, [uint.MaxValue], moving, new BackgroundRow.Pace(0, 8, 9, 1, true));
        Assert.Equal((uint.MaxValue, (byte)21, (byte)52), (moving[0], deviations[0], levels[0]));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(-40)]
    public void A_change_of_the_whole_picture_moves_nothing_and_is_not_learned(int offset)
    {
        var (levels, deviations, moving) = (Filled(100), Filled(3), new uint[1]);

        BackgroundRow.TakeScalar(Filled((byte)(100 + offset)), levels, deviations, [uint.MaxValue], moving, new BackgroundRow.Pace(offset, 8, 3, 0, true));

        Assert.Equal((0u, (byte)100, (byte)3), (moving[0], levels[0], deviations[0]));
    }

    [Fact]
    public void Words_without_a_watched_pixel_are_left_alone_and_tell_nothing()
    {
        foreach (Way way in new Way[] { BackgroundRow.TakeScalar, BackgroundRow.Take256, BackgroundRow.Take128 })
        {
            var (levels, deviations) = (new byte[96], new byte[96]);
            uint[] moving = [7, 7, 7];

            way(Enumerable.Repeat((byte)200, 96).ToArray(), levels, deviations, [0, 1u << 31, 0], moving, new BackgroundRow.Pace(0, 8, 3, 1, true));

            Assert.Equal([0, 1u << 31, 0], moving);
            Assert.All(levels[..32].Concat(levels[64..]), level => Assert.Equal(0, level));
            Assert.All(deviations[32..64], deviation => Assert.Equal(3, deviation));
            Assert.All(deviations[64..], deviation => Assert.Equal(0, deviation));
        }
    }

    private static byte[] Filled(byte value) => Enumerable.Repeat(value, BackgroundRow.Word).ToArray();

    private static void Compare(Way way, int seed)
    {
        var random = new Random(seed);
        var paces =
            from offset in new[] { -255, -40, -1, 0, 1, 40, 255 }
            from least in new byte[] { 0, 3, 8, 60, 255 }
            from rise in new byte[] { 0, 1, 3, 255 }
            from decay in new byte[] { 0, 1 }
            from learn in new[] { false, true }
            select new BackgroundRow.Pace(offset, least, rise, decay, learn);
        var count = 0;
        foreach (var pace in paces)
        {
            var words = 1 + (count++ % MostWords);
            var (level, deviation) = (Bytes(random, words * BackgroundRow.Word), Bytes(random, words * BackgroundRow.Word));
            var (plainLevel, plainDeviation) = (level.ToArray(), deviation.ToArray());
            for (var frame = 0; frame < 6; frame++)
            {
                // Half of the frames are near the background, as real ones are.
                var luma = Bytes(random, (words * BackgroundRow.Word) + (frame % 3));
                for (var i = 0; frame % 2 == 0 && i < level.Length; i++)
                {
                    luma[i] = (byte)Math.Clamp(level[i] + pace.Offset + random.Next(-30, 31), 0, 255);
                }

                var watched = new uint[words];
                for (var word = 0; word < words; word++)
                {
                    watched[word] = random.Next(4) switch { 0 => 0, 1 => uint.MaxValue, 2 => 1u << random.Next(32), _ => (uint)random.NextInt64() };
                }

                var (moving, plain) = (new uint[words], new uint[words]);
                way(luma, level, deviation, watched, moving, pace);
                BackgroundRow.TakeScalar(luma, plainLevel, plainDeviation, watched, plain, pace);

                Assert.Equal(plain, moving);
                Assert.Equal(plainLevel, level);
                Assert.Equal(plainDeviation, deviation);
            }
        }

        Assert.Equal(560, count);
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
