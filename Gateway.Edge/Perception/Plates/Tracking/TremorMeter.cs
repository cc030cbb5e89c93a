using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// Tells a plate that is held in a hand, on a screen or a print, from one on a vehicle: a hand trembles by some millimetres, which are
/// percents of a plate of a hand's width; a standing vehicle does not. The plate's place is measured to a fraction of a pixel by matching
/// its grey values against those of the first frame; what counts is the unrest about its slow drift. One thread at a time.
/// </summary>
internal sealed class TremorMeter
{
    private const int Across = 96; // columns of the compared patch
    private const int Down = 32; // rows
    private const int Reach = 5; // columns and rows searched on each side
    private const int Window = 24;
    private const int FewestFrames = 8;

    /// <summary>Unrest about the drift, as a share of the plate's width, from which a hand holds it.</summary>
    private const double Hand = 0.006;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(700);

    private readonly byte[] _reference = new byte[Across * Down];
    private readonly byte[] _patch = new byte[(Across + (2 * Reach)) * (Down + (2 * Reach))];
    private readonly int[] _costs = new int[(2 * Reach) + 1];
    private readonly (double T, double X, double Y)[] _places = new (double, double, double)[Window];
    private PixelBox _at;
    private DateTimeOffset _since;
    private int _count;

    /// <summary>Long enough observed to tell.</summary>
    public bool Known { get; private set; }

    /// <summary>It has trembled as a hand does: stays so until cleared, so that moving the hand on does not help.</summary>
    public bool Trembles { get; private set; }

    /// <summary>The unrest last measured, as a share of the plate's width.</summary>
    public double Unrest { get; private set; }

    /// <summary>Adds a frame in which the plate is near where it was first seen; a plate that has moved on starts a new measurement.</summary>
    public void Add(BgrImage image, PixelBox box, DateTimeOffset at)
    {
        if (_count == 0 || at < _since || Moved(box))
        {
            Begin(image, box, at);
            return;
        }

        Sample(image, _at, Reach, _patch);
        var (x, y) = Match();
        _places[_count++ % Window] = ((at - _since).TotalSeconds, x, y);
        Judge(at);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_count, Known, Trembles, Unrest) = (0, false, false, 0);

    private bool Moved(PixelBox box) =>
        Math.Abs(box.CentreX - _at.CentreX) + Math.Abs(box.CentreY - _at.CentreY) > _at.Width * 0.1f || Math.Abs(box.Width - _at.Width) > _at.Width * 0.12f;

    private void Begin(BgrImage image, PixelBox box, DateTimeOffset at)
    {
        (_at, _since, _count, Known) = (box, at, 1, Trembles);
        Sample(image, box, 0, _reference);
        _places[0] = default;
    }

    /// <summary>The box's grey values on a fixed grid, with <paramref name="margin"/> grid cells more on every side.</summary>
    private static void Sample(BgrImage image, PixelBox box, int margin, Span<byte> into)
    {
        var (columns, rows) = (Across + (2 * margin), Down + (2 * margin));
        var (stepX, stepY) = (box.Width / Across, box.Height / Down);
        for (var row = 0; row < rows; row++)
        {
            var y = Math.Clamp(box.Y + ((row - margin + 0.5f) * stepY) - 0.5f, 0, image.Height - 1.001f);
            for (var column = 0; column < columns; column++)
            {
                var x = Math.Clamp(box.X + ((column - margin + 0.5f) * stepX) - 0.5f, 0, image.Width - 1.001f);
                into[(row * columns) + column] = GreenAt(image, x, y);
            }
        }
    }

    // Green carries most of the brightness, and one channel is enough to compare a picture with itself.
    private static byte GreenAt(BgrImage image, float x, float y)
    {
        var (left, top) = ((int)x, (int)y);
        var (right, below) = (Math.Min(left + 1, image.Width - 1), Math.Min(top + 1, image.Height - 1));
        var (fx, fy) = (x - left, y - top);
        var pixels = image.Span;
        float At(ReadOnlySpan<byte> span, int column, int row) => span[(row * image.Stride) + (column * 3) + 1];
        var upper = (At(pixels, left, top) * (1 - fx)) + (At(pixels, right, top) * fx);
        var lower = (At(pixels, left, below) * (1 - fx)) + (At(pixels, right, below) * fx);
        return (byte)((upper * (1 - fy)) + (lower * fy) + 0.5f);
    }

    /// <summary>Where the patch matches the reference best, in shares of the plate's width.</summary>
    private (double X, double Y) Match()
    {
        var (bestX, bestY, best) = (0, 0, int.MaxValue);
        for (var y = -Reach; y <= Reach; y++)
        {
            for (var x = -Reach; x <= Reach; x++)
            {
                var cost = Cost(x, y);
                (bestX, bestY, best) = cost < best ? (x, y, cost) : (bestX, bestY, best);
            }
        }

        return ((bestX + Between(bestX, x => Cost(x, bestY))) / Across, (bestY + Between(bestY, y => Cost(bestX, y))) * _at.Height / Down / _at.Width);
    }

    private double Between(int best, Func<int, int> cost)
    {
        if (Math.Abs(best) == Reach)
        {
            return 0;
        }

        for (var i = -1; i <= 1; i++)
        {
            _costs[i + 1] = cost(best + i);
        }

        // The vertex of two straight lines: sums of absolute differences fall towards their least value like a V.
        var (before, middle, after) = (_costs[0], _costs[1], _costs[2]);
        var steep = Math.Max(before, after) - middle;
        return steep <= 0 ? 0 : (before - after) / (2d * steep);
    }

    private int Cost(int x, int y)
    {
        const int Stride = Across + (2 * Reach);
        var sum = 0;
        for (var row = 0; row < Down; row++)
        {
            var here = _patch.AsSpan(((row + Reach + y) * Stride) + Reach + x, Across);
            var there = _reference.AsSpan(row * Across, Across);
            for (var column = 0; column < Across; column++)
            {
                sum += Math.Abs(here[column] - there[column]);
            }
        }

        return sum;
    }

    private void Judge(DateTimeOffset at)
    {
        var n = Math.Min(_count, Window);
        if (n < FewestFrames || at - _since < Shortest)
        {
            return;
        }

        var places = _places.AsSpan(0, n);
        Unrest = Math.Sqrt(Residual(places, static place => place.X) + Residual(places, static place => place.Y));
        (Known, Trembles) = (true, Trembles || Unrest > Hand);
    }

    /// <summary>Mean square about the straight line through the values.</summary>
    private static double Residual(ReadOnlySpan<(double T, double X, double Y)> places, Func<(double T, double X, double Y), double> of)
    {
        var (n, t, v, tt, tv) = (places.Length, 0d, 0d, 0d, 0d);
        foreach (var place in places)
        {
            var value = of(place);
            (t, v, tt, tv) = (t + place.T, v + value, tt + (place.T * place.T), tv + (place.T * value));
        }

        var spread = (n * tt) - (t * t);
        var slope = spread > 0 ? ((n * tv) - (t * v)) / spread : 0;
        var offset = (v - (slope * t)) / n;
        var sum = 0d;
        foreach (var place in places)
        {
            var rest = of(place) - offset - (slope * place.T);
            sum += rest * rest;
        }

        return sum / n;
    }
}
