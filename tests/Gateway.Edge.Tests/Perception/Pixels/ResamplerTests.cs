using System.Runtime.Intrinsics;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Tests.Perception.Pixels;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(64, 48, 16, 12)]
    [InlineData(97, 61, 32, 24)]
    [InlineData(20, 16, 64, 64)]
    [InlineData(3, 2, 8, 8)]
    public void Scaling_equals_the_plain_definition_of_the_triangle_filter(int width, int height, int targetWidth, int targetHeight)
    {
        var image = Noise(width, height);
        var box = new PixelBox(1.25f, -2.5f, width * 0.9f, height * 1.1f);
        var planes = new float[3 * targetWidth * targetHeight];

        new Resampler(targetWidth, targetHeight).Sample(image, box, planes, 2, 1);

        for (var y = 0; y < targetHeight; y++)
        {
            for (var x = 0; x < targetWidth; x++)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    var expected = (2 * Naive(image, box, targetWidth, targetHeight, x, y, channel)) + 1;
                    Assert.Equal(expected, planes[(((channel * targetHeight) + y) * targetWidth) + x], 0.02);
                }
            }
        }
    }

    [Fact]
    public void Every_plane_has_a_factor_and_an_offset_of_its_own()
    {
        var image = Noise(40, 30);
        var box = new PixelBox(0, 0, 40, 30);
        var (plain, scaled) = (new float[3 * 16 * 12], new float[3 * 16 * 12]);
        var resampler = new Resampler(16, 12);

        resampler.Sample(image, box, plain);
        resampler.Sample(image, box, scaled, Vector128.Create(2f, 3, 4, 0), Vector128.Create(-1f, 0, 1, 0));

        for (var index = 0; index < plain.Length; index++)
        {
            var channel = index / (16 * 12);
            Assert.Equal((plain[index] * (channel + 2)) + channel - 1, scaled[index], 0.01);
        }
    }

    [Fact]
    public void Narrow_vectors_sum_rows_as_wide_ones_do()
    {
        // The 128-bit path runs on whatever the widest one leaves over; a length of one vector less than sixteen forces the last path too.
        var bytes = new byte[4 * 100];
        new Random(1).NextBytes(bytes);
        float[] weights = [0.1f, 0.2f, 0.3f, 0.4f];
        foreach (var length in new[] { 7, 16, 31, 100 })
        {
            var sums = new float[length];
            WeightedRow.Sum(bytes, 100, weights, sums);
            for (var index = 0; index < length; index++)
            {
                var expected = (0.1 * bytes[index]) + (0.2 * bytes[100 + index]) + (0.3 * bytes[200 + index]) + (0.4 * bytes[300 + index]);
                Assert.Equal(expected, sums[index], 0.001);
            }
        }
    }

    [Fact]
    public void Warp_with_the_identity_copies_the_picture()
    {
        var image = Noise(24, 24);
        var planes = new float[3 * 24 * 24];

        SimilarityWarp.Cut(image, new SimilarityTransform(1, 0, 0, 0), 24, planes, 1, 0);

        for (var index = 0; index < 24 * 24; index++)
        {
            Assert.Equal(image.Span[3 * index], planes[index], 0.001);
            Assert.Equal(image.Span[(3 * index) + 2], planes[(2 * 24 * 24) + index], 0.001);
        }
    }

    [Fact]
    public void Warp_beyond_the_picture_repeats_its_edge_without_reading_outside()
    {
        // The array is exactly as long as the picture: a read past its end would be a fault.
        var image = new BgrImage([.. Enumerable.Repeat((byte)77, 5 * 4 * 3)], 5, 4);
        var planes = new float[3 * 16 * 16];

        SimilarityWarp.Cut(image, new SimilarityTransform(3, 1, -20, -20), 16, planes, 1, 0);

        Assert.All(planes, value => Assert.Equal(77, value, 0.01));
    }

    [Fact]
    public void Similarity_fit_recovers_a_known_transform()
    {
        var transform = new SimilarityTransform(1.2f, -0.4f, 15, -7);
        System.Numerics.Vector2[] from = [new(1, 2), new(30, 4), new(12, 22), new(5, 40), new(28, 41)];

        var fitted = SimilarityTransform.Fit(from, [.. from.Select(transform.Apply)]);

        Assert.Equal(transform.A, fitted.A, 0.0001);
        Assert.Equal(transform.B, fitted.B, 0.0001);
        Assert.Equal(transform.X, fitted.X, 0.001);
        Assert.Equal(transform.Y, fitted.Y, 0.001);
    }

    private static double Naive(BgrImage image, PixelBox box, int width, int height, int x, int y, int channel)
    {
        var (stepX, stepY) = (box.Width / width, box.Height / height);
        var (centreX, centreY) = (box.X + ((x + 0.5f) * stepX) - 0.5f, box.Y + ((y + 0.5f) * stepY) - 0.5f);
        var (reachX, reachY) = (Math.Max(1, stepX), Math.Max(1, stepY));
        double sum = 0, weights = 0;
        for (var row = (int)Math.Floor(centreY - reachY) - 1; row <= centreY + reachY + 1; row++)
        {
            for (var column = (int)Math.Floor(centreX - reachX) - 1; column <= centreX + reachX + 1; column++)
            {
                var weight = Math.Max(0, 1 - (Math.Abs(column - centreX) / reachX)) * Math.Max(0, 1 - (Math.Abs(row - centreY) / reachY));
                var at = (Math.Clamp(row, 0, image.Height - 1) * image.Stride) + (Math.Clamp(column, 0, image.Width - 1) * 3) + channel;
                sum += weight * image.Span[at];
                weights += weight;
            }
        }

        return sum / weights;
    }

    private static BgrImage Noise(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(5).NextBytes(pixels);
        return new BgrImage(pixels, width, height);
    }
}
