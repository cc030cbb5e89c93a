using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.Plates.Synthetic;

namespace Gateway.Edge.Tests.Perception.Plates.Synthetic;

public sealed class PictureEffectsTests
{
    [Fact]
    public void Gain_multiplies_lifts_and_stays_in_range()
    {
        var image = Of(100);
        PictureEffects.Gain(image, 0.5f, 10);
        Assert.All(image.Pixels, value => Assert.Equal(60, value));
        PictureEffects.Gain(image, 100);
        Assert.All(image.Pixels, value => Assert.Equal(255, value));
    }

    [Fact]
    public void Noise_has_its_deviation_and_no_shift()
    {
        var image = Of(128, 200);
        PictureEffects.Noise(image, 8, new SeededRandom(3));
        var mean = image.Pixels.Average(value => (double)value);
        Assert.Equal(128, mean, 0.3);
        Assert.Equal(8, Math.Sqrt(image.Pixels.Average(value => (value - mean) * (value - mean))), 0.5);
    }

    [Fact]
    public void Infrared_has_no_colours()
    {
        var image = new BgrImage([255, 0, 0, 0, 255, 0, 0, 0, 255], 3, 1);
        PictureEffects.Infrared(image);
        Assert.Equal([29, 29, 29, 150, 150, 150, 76, 76, 76], image.Pixels);
    }

    [Fact]
    public void Glare_is_white_in_its_middle_and_a_veil_far_away()
    {
        var image = Of(20, 100);
        PictureEffects.Glare(image, new Vector2(50, 50), 10, 1);
        Assert.True(image.Pixels[((50 * 100) + 50) * 3] > 220);
        Assert.InRange(image.Pixels[0], (byte)20, (byte)25);
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(0, 8)]
    public void Motion_smears_along_its_way_only(float x, float y)
    {
        var image = Of(0, 40);
        image.Pixels.AsSpan(((20 * 40) + 20) * 3, 3).Fill(255);
        PictureEffects.Motion(image, new Vector2(x, y));
        byte At(int column, int row) => image.Pixels[((row * 40) + column) * 3];
        Assert.True((x > 0 ? At(23, 20) : At(20, 23)) > 10);
        Assert.Equal(0, x > 0 ? At(20, 23) : At(23, 20));
    }

    [Fact]
    public void Defocus_keeps_the_light_and_spreads_it()
    {
        var image = Of(0, 40);
        image.Pixels.AsSpan(((20 * 40) + 20) * 3, 3).Fill(255);
        PictureEffects.Defocus(image, 2);
        Assert.True(image.Pixels[((20 * 40) + 20) * 3] < 60);
        Assert.True(image.Pixels[((21 * 40) + 21) * 3] > 3);
        Assert.Equal(0, image.Pixels[((20 * 40) + 26) * 3]);
    }

    [Fact]
    public void Poor_jpeg_changes_more_than_a_good_one()
    {
        var clean = Of(0, 64);
        new Random(5).NextBytes(clean.Pixels);
        int Change(int quality)
        {
            var image = new BgrImage([.. clean.Pixels], 64, 64);
            PictureEffects.Jpeg(image, quality);
            return image.Pixels.Zip(clean.Pixels, (a, b) => Math.Abs(a - b)).Sum();
        }

        Assert.True(Change(8) > Change(95));
    }

    [Fact]
    public void Rain_pales_and_is_the_same_for_a_seed()
    {
        BgrImage Rainy(ulong seed)
        {
            var image = Of(0, 120);
            RainEffect.Apply(image, 80, new SeededRandom(seed));
            return image;
        }

        Assert.True(Rainy(1).Pixels.Average(value => (double)value) > 20);
        Assert.Equal(Rainy(1).Pixels, Rainy(1).Pixels);
        Assert.NotEqual(Rainy(1).Pixels, Rainy(2).Pixels);
    }

    private static BgrImage Of(byte value, int side = 10) => new(Enumerable.Repeat(value, side * side * 3).ToArray(), side, side);
}
