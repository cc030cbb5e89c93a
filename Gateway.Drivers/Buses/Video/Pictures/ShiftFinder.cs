using System.Numerics;
using System.Runtime.InteropServices;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>Finds how far a view has moved: the shift at which its edges correlate best with those of the reference. Not thread-safe.</summary>
internal sealed class ShiftFinder
{
    private const int Width = GreyPicture.Width;
    private const int Height = GreyPicture.Height;

    /// <summary>Farthest shifts looked for: a quarter of the picture.</summary>
    private const int ReachX = Width / 4;

    private const int ReachY = Height / 4;

    private readonly EdgePicture _now = new();
    private readonly EdgePicture _reference = new();

    public ViewShift Find(GreyPicture now, GreyPicture reference)
    {
        _now.Set(now);
        _reference.Set(reference);
        var best = (X: 0, Y: 0, Likeness: -1.0);
        var unmoved = 0.0;
        for (var y = -ReachY; y <= ReachY; y++)
        {
            for (var x = -ReachX; x <= ReachX; x++)
            {
                var likeness = Likeness(x, y);
                unmoved = x == 0 && y == 0 ? likeness : unmoved;
                best = likeness > best.Likeness ? (x, y, likeness) : best;
            }
        }

        return new ViewShift(100.0 * best.X / Width, 100.0 * best.Y / Height, best.Likeness, unmoved);
    }

    /// <summary>Correlation of what both show when what was at (a, b) is now at (a + x, b + y).</summary>
    private double Likeness(int x, int y)
    {
        var (left, length) = (Math.Max(0, -x), Width - Math.Abs(x));
        double both = 0;
        double here = 0;
        double there = 0;
        for (var row = Math.Max(0, -y); row < Math.Min(Height, Height - y); row++)
        {
            var reference = _reference.Pixels.AsSpan((row * Width) + left, length);
            var now = _now.Pixels.AsSpan(((row + y) * Width) + left + x, length);
            Multiply(reference, now, ref both, ref here, ref there);
        }

        return here > 0 && there > 0 ? both / Math.Sqrt(here * there) : 0;
    }

    private static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ref double ab, ref double aa, ref double bb)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        var (sumAb, sumAa, sumBb) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var i = 0; i < va.Length; i++)
        {
            sumAb += va[i] * vb[i];
            sumAa += va[i] * va[i];
            sumBb += vb[i] * vb[i];
        }

        (ab, aa, bb) = (ab + Vector.Sum(sumAb), aa + Vector.Sum(sumAa), bb + Vector.Sum(sumBb));
        for (var i = va.Length * Vector<float>.Count; i < a.Length; i++)
        {
            (ab, aa, bb) = (ab + (a[i] * b[i]), aa + (a[i] * a[i]), bb + (b[i] * b[i]));
        }
    }
}
