using Gateway.Drivers.Buses.Video.Pictures;

namespace Gateway.Drivers.Tests.Buses.Video.Pictures;

/// <summary>The vectorised kernels against the sums written out.</summary>
public sealed class PictureKernelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    public void Brightness_is_the_weighted_sum_of_the_colours(int pixels)
    {
        var bgr = new byte[pixels * 3];
        new Random(pixels).NextBytes(bgr);
        var grey = new byte[pixels];
        Luma.Of(bgr, grey);
        for (var i = 0; i < pixels; i++)
        {
            Assert.Equal(((bgr[i * 3] * 29) + (bgr[(i * 3) + 1] * 150) + (bgr[(i * 3) + 2] * 77)) / 256, grey[i]);
        }
    }

    [Fact]
    public void Too_few_colours_are_refused() => Assert.Throws<ArgumentException>(() => Luma.Of(new byte[8], new byte[3]));

    [Theory]
    [InlineData(2, 9)]
    [InlineData(3, 3)]
    [InlineData(17, 8)]
    [InlineData(640, 33)]
    public void Laplacian_variance_is_that_of_the_inner_pixels(int width, int height)
    {
        var grey = new byte[width * height];
        new Random(width).NextBytes(grey);
        List<double> values = [];
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                var at = (y * width) + x;
                values.Add((4.0 * grey[at]) - grey[at - 1] - grey[at + 1] - grey[at - width] - grey[at + width]);
            }
        }

        var mean = values.DefaultIfEmpty(0).Average();
        var expected = values.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty(0).Average();
        Assert.Equal(expected, Sharpness.LaplacianVariance(grey, width, height), 1e-6 * Math.Max(1, expected));
    }

    [Theory]
    [InlineData(640, 360)]
    [InlineData(130, 75)]
    [InlineData(16, 16)]
    public void Shrunken_picture_keeps_the_mean_of_what_each_pixel_covers(int width, int height)
    {
        var grey = new byte[width * height];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = (byte)(i % width * 200 / width);
        }

        var small = new GreyPicture();
        small.Shrink(grey, width, height);
        Assert.Equal(grey.Average(value => value), small.Pixels.Average(value => value), 7.0);
        Assert.True(small.Pixels[0] < small.Pixels[GreyPicture.Width - 1]);
    }

    [Fact]
    public void Reference_file_that_is_damaged_counts_as_none()
    {
        var path = Path.GetTempFileName();
        try
        {
            var meter = new PictureMeter();
            var measures = meter.Measure(Scenes.Yard(1));
            var made = new ReferencePicture(meter.Small, measures);
            made.Save(path);
            var read = ReferencePicture.Load(path)!;
            Assert.Equal(measures, read.Measures);
            Assert.Equal(meter.Small.Pixels, read.Picture.Pixels);

            var bytes = File.ReadAllBytes(path);
            foreach (var damaged in new[] { bytes[..100], bytes[1..], [.. bytes, 0], [] })
            {
                File.WriteAllBytes(path, damaged);
                Assert.Null(ReferencePicture.Load(path));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }
}
