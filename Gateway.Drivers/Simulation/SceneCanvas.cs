using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Simulation;

/// <summary>A picture being painted, in grey or with the same value in blue, green and red.</summary>
/// <param name="pixels">Width x height x channels bytes, row by row.</param>
/// <param name="width">Pixels in a row.</param>
/// <param name="height">Rows.</param>
/// <param name="channels">1 or 3.</param>
internal readonly ref struct SceneCanvas(Span<byte> pixels, int width, int height, int channels)
{
    public Span<byte> Pixels { get; } = pixels[..(width * height * channels)];

    public int Width => width;

    public int Height => height;

    public int Channels => channels;

    /// <summary>Paints a rectangle, as far as it is in the picture.</summary>
    public void Fill(int left, int top, int wide, int high, byte value)
    {
        var (from, to) = (Math.Clamp(left, 0, width), Math.Clamp(left + wide, 0, width));
        for (var y = Math.Max(0, top); y < Math.Min(height, top + high); y++)
        {
            Pixels.Slice(((y * width) + from) * channels, (to - from) * channels).Fill(value);
        }
    }

    /// <summary>Paints a rectangle whose edges lie between pixels: each is covered by as much of it as lies there.</summary>
    public void Blend((double Left, double Top, double Right, double Bottom) box, byte value, double strength)
    {
        for (var y = Math.Max(0, (int)box.Top); y < Math.Min(height, box.Bottom); y++)
        {
            var rows = strength * Covered(y, box.Top, box.Bottom);
            for (var x = Math.Max(0, (int)box.Left); x < Math.Min(width, box.Right); x++)
            {
                var share = rows * Covered(x, box.Left, box.Right);
                foreach (ref var pixel in Pixels.Slice(((y * width) + x) * channels, channels))
                {
                    pixel = (byte)Math.Round(pixel + ((value - pixel) * share));
                }
            }
        }
    }

    /// <summary>Copies what fits of a picture.</summary>
    public void Copy(BgrImage from, int left, int top)
    {
        var (skip, start) = (Math.Max(0, -left), Math.Max(0, left));
        var wide = Math.Min(from.Width - skip, width - start);
        for (var y = 0; y < Math.Min(from.Height, height - top); y++)
        {
            var source = from.Span.Slice((y * from.Stride) + (skip * 3), wide * 3);
            var target = Pixels.Slice((((top + y) * width) + start) * channels, wide * channels);
            if (channels == 3)
            {
                source.CopyTo(target);
            }
            else
            {
                Buses.Video.Pictures.Luma.Of(source, target);
            }
        }
    }

    private static double Covered(int pixel, double from, double to) => Math.Max(0, Math.Min(pixel + 1, to) - Math.Max(pixel, from));
}
