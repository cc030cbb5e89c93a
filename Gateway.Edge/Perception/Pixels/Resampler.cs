using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>
/// Cuts a box out of a picture and scales it to a fixed size as three planes of floats (blue, green, red; 0..255). Rows are weighted first,
/// whole vectors at a time, then columns. <c>smooth</c> averages all source pixels when shrinking; without it the nearest four are mixed, as common
/// training code does. Allocates only when a box is larger than any before. One thread at a time.
/// </summary>
internal sealed class Resampler(int width, int height, bool smooth = true)
{
    private readonly ResampleTaps _columns = new(width, smooth);
    private readonly ResampleTaps _rows = new(height, smooth);
    private float[] _row = [];

    /// <summary>Pixels of one plane.</summary>
    public int PlaneLength => width * height;

    /// <summary>Fills <paramref name="planes"/> (3 x <see cref="PlaneLength"/>) with value x <paramref name="scale"/> + <paramref name="offset"/>.</summary>
    public void Sample(BgrImage image, PixelBox box, Span<float> planes, float scale = 1, float offset = 0)
    {
        _columns.Prepare(box.X, box.Width, image.Width);
        _rows.Prepare(box.Y, box.Height, image.Height);
        var left = _columns.Lowest;
        var values = (_columns.Highest - left + 1) * 3;
        if (_row.Length < values + 16)
        {
            _row = new float[values + 16];
        }

        var factor = Vector128.Create(scale);
        var addend = Vector128.Create(offset);
        var pixels = image.Span;
        for (var y = 0; y < height; y++)
        {
            var start = (_rows.First(y) * image.Stride) + (left * 3);
            WeightedRow.Sum(pixels[start..], image.Stride, _rows.Weights(y), _row.AsSpan(0, values));
            ref var row = ref MemoryMarshal.GetArrayDataReference(_row);
            for (var x = 0; x < width; x++)
            {
                var sum = Vector128<float>.Zero;
                var at = (_columns.First(x) - left) * 3;
                foreach (var weight in _columns.Weights(x))
                {
                    // Four values from three channels: the fourth belongs to the next pixel and is dropped. The row is padded for the last one.
                    sum = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref row, (nuint)at), Vector128.Create(weight), sum);
                    at += 3;
                }

                sum = Vector128.MultiplyAddEstimate(sum, factor, addend);
                var to = (y * width) + x;
                planes[to] = sum.GetElement(0);
                planes[to + PlaneLength] = sum.GetElement(1);
                planes[to + (2 * PlaneLength)] = sum.GetElement(2);
            }
        }
    }
}
