using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// How far a plate has come nearer at a stretch. The inverse of its width is its distance, in a unit that only camera and plate know; a
/// straight line through it over the last second, fitted by least squares, tells travel from the unrest of single boxes sooner than any two
/// of them could. One thread at a time.
/// </summary>
internal sealed class ApproachMeter
{
    private const int Window = 32;
    private const int FewestFrames = 5;

    /// <summary>The slope must exceed its standard error by this factor to be one; by chance five frames do that once in seventy times.</summary>
    private const double Sure = 4;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(1);

    private readonly (DateTimeOffset At, double Inverse)[] _seen = new (DateTimeOffset, double)[Window];
    private int _count;

    /// <summary>The width when first measured, in pixels; 0 before.</summary>
    public float FirstWidth { get; private set; }

    /// <summary>
    /// The most that it came nearer within a second, as the difference of the inverse widths, 1/pixels: times the picture's width it is the
    /// travel in plate widths times the focal length, which for one plate before one camera is always the same distance.
    /// </summary>
    public double Nearer { get; private set; }

    /// <summary>Adds where the plate is, measured closely.</summary>
    public void Add(PixelBox box, DateTimeOffset at)
    {
        if (box.Width <= 0)
        {
            return;
        }

        FirstWidth = _count == 0 ? box.Width : FirstWidth;
        _seen[_count++ % Window] = (at, 1.0 / box.Width);
        Nearer = Math.Max(Nearer, Travel(at));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_count, FirstWidth, Nearer) = (0, 0, 0);

    private double Travel(DateTimeOffset at)
    {
        var (n, sumT, sumY, sumTt, sumTy, sumYy, earliest) = (0, 0d, 0d, 0d, 0d, 0d, TimeSpan.Zero);
        foreach (var (then, inverse) in _seen.AsSpan(0, Math.Min(_count, Window)))
        {
            var age = at - then;
            if (age >= TimeSpan.Zero && age <= Span)
            {
                var t = -age.TotalSeconds;
                (n, sumT, sumY, sumTt, sumTy, sumYy) = (n + 1, sumT + t, sumY + inverse, sumTt + (t * t), sumTy + (t * inverse), sumYy + (inverse * inverse));
                earliest = age > earliest ? age : earliest;
            }
        }

        var spread = sumTt - (sumT * sumT / n);
        if (n < FewestFrames || spread <= 0)
        {
            return 0;
        }

        var shared = sumTy - (sumT * sumY / n);
        var nearing = -shared / spread; // a second
        var rest = Math.Max(0, sumYy - (sumY * sumY / n) - (shared * shared / spread));
        var error = Math.Sqrt(rest / (n - 2) / spread);
        return nearing > Sure * error ? nearing * earliest.TotalSeconds : 0;
    }
}
