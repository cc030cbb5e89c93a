using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A still with the path of a fall drawn into it: a curve, a dot for each frame in which it was seen, and a ring where it began.</summary>
internal static class TrackPicture
{
    /// <summary>Hidden parts are blocks of the picture's width over so many: coarse enough that no window shows who stands in it.</summary>
    private const int Blocks = 32;

    /// <summary>Hidden parts keep so many hundredths of their light.</summary>
    private const int Light = 45;

    private static readonly Ink Curve = new(0, 200, 255);
    private static readonly Ink Dot = new(0, 255, 255);
    private static readonly Ink Ring = new(60, 60, 255);

    /// <summary>The JPEG.</summary>
    /// <param name="frame">The still; of the same size as the track's picture.</param>
    /// <param name="track">The path.</param>
    /// <param name="mask">What is shown; null shows all.</param>
    public static byte[] Draw(StillFrame frame, TrackDocument track, TrackMask? mask)
    {
        var sketch = Sketch.Over(frame.Luma.Span, frame.Width, frame.Height);
        var image = sketch.Image;
        if (mask is not null)
        {
            Hide(image, mask);
        }

        var thick = Math.Max(1, image.Height / 360.0);
        for (var i = 1; i < track.Points.Count; i++)
        {
            var (from, to) = (track.Points[i - 1], track.Points[i]);
            sketch.Stroke((from.X, from.Y), (to.X, to.Y), thick * 0.6, Curve);
        }

        // A dot would hide the thing itself where the still shows it.
        foreach (var point in track.Points)
        {
            if (frame.Time.TotalSeconds == point.Seconds)
            {
                sketch.Circle((point.X, point.Y), Math.Max(point.Width, point.Height), thick * 0.6, Dot);
            }
            else
            {
                sketch.Disc((point.X, point.Y), thick * 1.5, Dot);
            }
        }

        sketch.Circle((track.Points[0].X, track.Points[0].Y), thick * 10, thick, Ring);
        return JpegCodec.Encode(image);
    }

    private static void Hide(BgrImage image, TrackMask mask)
    {
        var side = Math.Max(8, image.Width / Blocks);
        for (var top = 0; top < image.Height; top += side)
        {
            for (var left = 0; left < image.Width; left += side)
            {
                HideBlock(image, mask, left, top, side);
            }
        }
    }

    private static void HideBlock(BgrImage image, TrackMask mask, int left, int top, int side)
    {
        var (right, bottom) = (Math.Min(image.Width, left + side), Math.Min(image.Height, top + side));
        var sum = 0L;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                sum += image.Pixels[(y * image.Stride) + (x * 3)];
            }
        }

        var value = (byte)(sum / ((right - left) * (bottom - top)) * Light / 100);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (!mask.Shows(x, y))
                {
                    image.Pixels.AsSpan((y * image.Stride) + (x * 3), 3).Fill(value);
                }
            }
        }
    }
}
