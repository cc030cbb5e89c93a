using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Tests.Perception.Faces;

/// <summary>Real faces that every clone has: a sheet of 108 crops from a pinned npm package. Its first row shows one man eighteen times.</summary>
internal static class FaceSheet
{
    private const float Left = 2;
    private const float Top = 283;
    private const float ColumnPitch = 106.4f;
    private const float RowPitch = 112.4f;
    private const float Tile = 105;

    private static readonly Lazy<BgrImage> Sheet = new(() => JpegCodec.Decode(File.ReadAllBytes(
        Path.Combine(TestData.RepositoryRoot, "node_modules/@vladmandic/human/assets/screenshot-facematch.jpg"))));

    /// <summary>One face, enlarged to a square of that side.</summary>
    public static BgrImage Cut(int row, int column, int side = 320)
    {
        var planes = new float[3 * side * side];
        new Resampler(side, side).Sample(Sheet.Value, new PixelBox(Left + (column * ColumnPitch), Top + (row * RowPitch), Tile, Tile), planes);
        var pixels = new byte[planes.Length];
        for (var index = 0; index < side * side; index++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                pixels[(3 * index) + channel] = (byte)Math.Clamp(planes[(channel * side * side) + index] + 0.5f, 0, 255);
            }
        }

        return new BgrImage(pixels, side, side);
    }

    /// <summary>A face between two others of the same size: <paramref name="share"/> of the second, 0..1.</summary>
    public static BgrImage Between(BgrImage one, BgrImage other, float share)
    {
        var pixels = new byte[one.ByteCount];
        for (var index = 0; index < pixels.Length; index++)
        {
            pixels[index] = (byte)((one.Pixels[index] * (1 - share)) + (other.Pixels[index] * share) + 0.5f);
        }

        return new BgrImage(pixels, one.Width, one.Height);
    }

    /// <summary>A scene of uniform grey.</summary>
    public static BgrImage Scene(int width = 1280, int height = 720, byte grey = 90)
    {
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, grey);
        return new BgrImage(pixels, width, height);
    }

    /// <summary>Puts a picture into a scene.</summary>
    public static BgrImage Paint(this BgrImage scene, BgrImage face, int x, int y)
    {
        for (var row = 0; row < face.Height; row++)
        {
            face.Span.Slice(row * face.Stride, face.Stride).CopyTo(scene.Pixels.AsSpan(((y + row) * scene.Stride) + (x * 3)));
        }

        return scene;
    }
}
