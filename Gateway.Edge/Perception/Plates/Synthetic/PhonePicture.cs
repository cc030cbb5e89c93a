using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>A telephone held before the camera that shows a photograph of a plate: bezel, glare, moiré, the screen's own light.</summary>
internal static class PhonePicture
{
    private const int Long = 640;
    private const int Short = 300;
    private const int Bezel = 14;

    /// <summary>Paints it over an empty lane; returns the number on the photograph.</summary>
    public static string Paint(BgrImage image, OddScene scene, SyntheticPlate photograph, SeededRandom random)
    {
        scene.Lane();
        var phone = Screen(photograph, random);
        var pose = PlatePose.OfDegrees(random.Sign() * random.Between(3, 18), random.Between(-12, 12), random.Sign() * random.Between(0, 10));
        var centre = new Vector2(image.Width * (float)random.Between(0.4, 0.6), image.Height * (float)random.Between(0.45, 0.6));
        QuadPaint.Paint(PaintTarget.Of(image), phone, pose.Quad(centre, image.Width * (float)random.Between(0.45, 0.62), Short / (float)Long));
        return photograph.Plate;
    }

    private static BgrImage Screen(SyntheticPlate photograph, SeededRandom random)
    {
        var phone = new BgrImage(new byte[Long * Short * 3], Long, Short);
        phone.Pixels.AsSpan().Fill(14);
        var screen = Part(photograph);
        QuadPaint.Paint(PaintTarget.Of(phone), screen, PictureQuad.Of(Bezel * 2, Bezel, Long - (4 * Bezel), Short - (2 * Bezel)), light: 1.1f);
        var (step, slope, glare) = (random.Between(2.2, 3.4), random.Between(0.05, 0.4), random.Between(0.2, 0.7) * Long);
        for (var y = Bezel; y < Short - Bezel; y++)
        {
            for (var x = 2 * Bezel; x < Long - (2 * Bezel); x++)
            {
                // The screen's grid beats with the sensor's; a lamp is reflected in a slanting band.
                var moire = 1 + (0.09 * Math.Sin(2 * Math.PI * (x + (slope * y)) / step) * Math.Sin((x - (2 * slope * y)) / 23));
                var band = 46 * Math.Exp(-Math.Pow((x + (0.6 * y) - glare) / 60, 2));
                foreach (ref var value in phone.Pixels.AsSpan(((y * Long) + x) * 3, 3))
                {
                    value = (byte)Math.Clamp((value * moire) + band, 0, 255);
                }
            }
        }

        return phone;
    }

    /// <summary>What the photographer took: the plate with about its own width around it.</summary>
    private static BgrImage Part(SyntheticPlate photograph)
    {
        var (image, centre) = (photograph.Image, (photograph.Quad.A + photograph.Quad.C) / 2);
        var width = (int)Math.Min(image.Width, photograph.Quad.Width * 2.2f);
        var height = Math.Min(image.Height, width * Short / Long);
        var (left, top) = ((int)Math.Clamp(centre.X - (width / 2f), 0, image.Width - width), (int)Math.Clamp(centre.Y - (height / 2f), 0, image.Height - height));
        var part = new BgrImage(new byte[width * height * 3], width, height);
        for (var y = 0; y < height; y++)
        {
            image.Span.Slice(((top + y) * image.Stride) + (left * 3), width * 3).CopyTo(part.Pixels.AsSpan(y * part.Stride));
        }

        return part;
    }
}
