using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class VectorHelpersTests
{
    [Fact]
    public void Blocks_differ_by_the_sum_over_their_pixels()
    {
        var (one, other) = (Bytes(31, 40 * 16), Bytes(32, 50 * 16));
        var expected = 0;
        for (var row = 0; row < 16; row++)
        {
            for (var column = 0; column < 16; column++)
            {
                expected += Math.Abs(one[(row * 40) + column] - other[(row * 50) + column]);
            }
        }

        Assert.Equal(expected, BlockMatch.Difference(one, 40, other, 50));
        Assert.Equal(16 * 16 * 255, BlockMatch.Difference(new byte[256], 16, Enumerable.Repeat((byte)255, 256).ToArray(), 16));
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(-40)]
    [InlineData(90)]
    public void Blocks_are_summed_and_brightened_within_the_range_of_levels(int change)
    {
        var block = Bytes(8, 16 * 20);
        var target = new byte[16];

        BlockMatch.Brighten(block, change, target);

        Assert.Equal(block[..16].Select(pixel => (byte)Math.Clamp(pixel + change, 0, 255)), target);
        Assert.Equal(Enumerable.Range(0, 16).Sum(row => block.AsSpan(row * 20, 16).ToArray().Sum(pixel => pixel)), BlockMatch.Sum(block, 20));
    }

    [Fact]
    public void A_block_of_stripes_says_nothing_about_shifts_along_them()
    {
        var stripes = Enumerable.Range(0, 40 * 20).Select(index => (byte)(index % 40 % 4 * 60)).ToArray();

        Assert.Equal(0, BlockMatch.Texture(stripes, 40));
        Assert.True(BlockMatch.Texture(Bytes(3, 40 * 20), 40) > 10_000);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 4)]
    [InlineData(2, 0)]
    public void Edges_are_given_what_a_fraction_of_a_pixel_changes(int x, int y)
    {
        var (least, here, above, below) = (Bytes(1, 64), Bytes(2, 66), Bytes(3, 64), Bytes(4, 64));
        var target = new byte[64];

        EdgeTolerance.Fill(least, here, above, below, x, y, target);

        for (var at = 0; at < target.Length; at++)
        {
            var slope = ((Math.Abs(here[at + 2] - here[at]) * x) + (Math.Abs(below[at] - above[at]) * y)) / 16;
            Assert.Equal(Math.Min(255, least[at] + slope), target[at]);
        }
    }

    private static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
