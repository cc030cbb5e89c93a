using System.Runtime.CompilerServices;
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
    public void Sample(BgrImage image, PixelBox box, Span<float> planes, float scale = 1, float offset = 0) =>
        Sample(image, box, planes, Vector128.Create(scale), Vector128.Create(offset));

    /// <summary>The same with a factor and an offset for each plane; the fourth value is of no meaning.</summary>
    public void Sample(BgrImage image, PixelBox box, Span<float> planes, Vector128<float> scale, Vector128<float> offset)
    {
        _columns.Prepare(box.X, box.Width, image.Width);
        _rows.Prepare(box.Y, box.Height, image.Height);
        var left = _columns.Lowest;
        var values = (_columns.Highest - left + 1) * 3;
        if (_row.Length < values + 16)
        {
            _row = new float[values + 16];
        }

        var pixels = image.Span;
        for (var y = 0; y < height; y++)
        {
            var start = (_rows.First(y) * image.Stride) + (left * 3);
            WeightedRow.Sum(pixels[start..], image.Stride, _rows.Weights(y), _row.AsSpan(0, values));
            WeightColumns(left, planes[(y * width)..], scale, offset);
        }
    }

    /// <summary>Weights the columns of one row into the three planes, from the row's first pixel on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WeightColumns(int left, Span<float> target, Vector128<float> factor, Vector128<float> addend)
    {
        if (target.Length < width + (2 * PlaneLength))
        {
            throw new ArgumentException("The planes are too short.", nameof(target));
        }

        var taps = _columns.Width;
        var firsts = _columns.Firsts;
        ref var weights = ref MemoryMarshal.GetReference(_columns.AllWeights);
        ref var row = ref MemoryMarshal.GetArrayDataReference(_row);
        ref var blue = ref MemoryMarshal.GetReference(target);
        ref var green = ref Unsafe.Add(ref blue, PlaneLength);
        ref var red = ref Unsafe.Add(ref green, PlaneLength);
        for (var x = 0; x < firsts.Length; x++)
        {
            // Four values from three channels: the fourth belongs to the next pixel and is dropped. The row is padded for the last one.
            Vector128<float> even = default, odd = default;
            ref var at = ref Unsafe.Add(ref row, (firsts[x] - left) * 3);
            ref var weight = ref Unsafe.Add(ref weights, x * taps);
            var tap = 0;
            for (; tap < taps - 1; tap += 2)
            {
                even = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref at, (nuint)(3 * tap)), Vector128.Create(Unsafe.Add(ref weight, tap)), even);
                odd = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref at, (nuint)(3 * tap) + 3), Vector128.Create(Unsafe.Add(ref weight, tap + 1)), odd);
            }

            if (tap < taps)
            {
                even = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref at, (nuint)(3 * tap)), Vector128.Create(Unsafe.Add(ref weight, tap)), even);
            }

            var sum = Vector128.MultiplyAddEstimate(even + odd, factor, addend);
            Unsafe.Add(ref blue, x) = sum.GetElement(0);
            Unsafe.Add(ref green, x) = sum.GetElement(1);
            Unsafe.Add(ref red, x) = sum.GetElement(2);
        }
    }
}
