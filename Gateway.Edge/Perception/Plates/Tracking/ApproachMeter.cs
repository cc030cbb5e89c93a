using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// How far a plate has come nearer. The inverse of its width is its distance, in a unit that only camera and plate know; a straight line
/// through it over the last second tells travel from the unrest of single boxes sooner than any two of them could. What comes nearer grows
/// in width and height alike, and moves in the picture, away from the point it comes from: a plate that is turned or uncovered does not do
/// the one, a picture that is zoomed not the other. Nothing is kept of an approach that has been taken back. One thread at a time.
/// </summary>
internal sealed class ApproachMeter
{
    private const int Window = 32;
    private const int FewestFrames = 5;

    /// <summary>Boxes of which the mean is the size at first, and the size now, where these are compared over any time.</summary>
    private const int Averaged = 3;

    /// <summary>The slope must exceed its standard error by this factor to be one; by chance five frames do that once in seventy times.</summary>
    private const double Sure = 4;

    /// <summary>Least growth, as a share of the size and in pixels: what no line through a second of restless boxes shows by chance.</summary>
    private const double LeastShare = 0.08, LeastPixels = 8;

    /// <summary>Width and height grow alike when neither grows by less than this share of the other's growth.</summary>
    private const double Alike = 0.5;

    /// <summary>Most that width over height may have changed since first seen: turning a plate from 25 degrees to the front changes it by 10 %.</summary>
    private const double MostBent = 0.08;

    /// <summary>
    /// Way of the centre for each pixel of growth: how far beside the line that it drives along the camera stands, in plate widths. Usual
    /// ones stand 3 to 6 beside and above it.
    /// </summary>
    private const double LeastBeside = 1;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(320);

    private readonly (DateTimeOffset At, PixelBox Box)[] _seen = new (DateTimeOffset, PixelBox)[Window];
    private readonly (float Width, float Height, float X, float Y)[] _latest = new (float, float, float, float)[Averaged];
    private (float Width, float Height, float X, float Y) _first; // mean of the first ones
    private DateTimeOffset _since;
    private float _largest; // of those that the line is not drawn through any more
    private int _count;
    private int _old; // how many those are

    /// <summary>The width when first measured, in pixels; 0 before.</summary>
    public float FirstWidth => _first.Width;

    /// <summary>
    /// How much nearer than ever before it has come within a second, as the difference of the inverse widths, 1/pixels; 0 where it may have
    /// rested. Times the picture's width it is the travel in plate widths times the focal length, which for one plate before one camera is
    /// always the same distance.
    /// </summary>
    public double Nearer { get; private set; }

    /// <summary>The present size over that at first, where it grew as what comes nearer does; else 1.</summary>
    public double Grown { get; private set; } = 1;

    /// <summary>Adds where the plate is: measured closely, all of it in the picture, in a frame that reads as the others do.</summary>
    public void Add(PixelBox box, DateTimeOffset at)
    {
        if (box.Width <= 0 || box.Height <= 0)
        {
            return;
        }

        if (_count > 0 && at < _seen[(_count - 1) % Window].At)
        {
            Clear(); // the clock was set back
        }

        _since = _count == 0 ? at : _since;
        _largest = _count - _old == Window ? Math.Max(_largest, _seen[_old++ % Window].Box.Width) : _largest;
        _seen[_count % Window] = (at, box);
        _latest[_count++ % Averaged] = (box.Width, box.Height, box.CentreX, box.CentreY);
        _first = _count <= Averaged ? Mean(_latest.AsSpan(0, _count)) : _first;
        for (; at - _seen[_old % Window].At > Span; _old++)
        {
            _largest = Math.Max(_largest, _seen[_old % Window].Box.Width);
        }

        (Nearer, Grown) = (Travel(at), at - _since >= Shortest && _count >= 2 * Averaged ? Growth() : 1);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_count, _old, _largest, _first, Nearer, Grown) = (0, 0, 0, default, 0, 1);

    private double Travel(DateTimeOffset at)
    {
        var (width, height) = (new LineFit(), new LineFit());
        for (var index = _old; index < _count; index++)
        {
            var (then, box) = _seen[index % Window];
            width.Add((then - at).TotalSeconds, 1.0 / box.Width);
            height.Add((then - at).TotalSeconds, 1.0 / box.Height);
        }

        var (earliest, from) = _seen[_old % Window];
        var begun = (earliest - at).TotalSeconds;
        if (width.Count < FewestFrames || at - earliest < Shortest || -width.Slope <= Sure * width.Error)
        {
            return 0;
        }

        // A line that falls steeply may cross zero before its start.
        var (wide, tall) = (1 / width.At(begun), 1 / height.At(begun));
        var (wider, taller) = (1 / width.At(0), 1 / height.At(0));
        if (!(wide > 0 && tall > 0 && wider > wide && taller > tall))
        {
            return 0;
        }

        var (grown, risen) = ((wider / wide) - 1, (taller / tall) - 1);
        var to = _seen[(_count - 1) % Window].Box;
        var moved = Math.Sqrt(Square(to.CentreX - from.CentreX) + Square(to.CentreY - from.CentreY));

        // To and fro is no coming: it counts from where it was nearest before.
        var start = Math.Max(wide, _largest);
        return risen < Alike * grown || grown < Alike * risen || moved < LeastBeside * (wider - wide)
            || wider - start < Math.Max(LeastPixels, LeastShare * start)
            ? 0
            : (1 / start) - (1 / wider);
    }

    private double Growth()
    {
        var now = Mean(_latest);
        var (wider, taller) = (now.Width / _first.Width, now.Height / _first.Height);
        var grown = Math.Min(wider, taller);
        var moved = Math.Sqrt(Square(now.X - _first.X) + Square(now.Y - _first.Y));
        return grown < 1 + LeastShare
            || Math.Abs(Math.Log(wider / taller)) > MostBent
            || now.Width - _first.Width < LeastPixels
            || moved < LeastBeside * (now.Width - _first.Width)
            ? 1
            : Math.Sqrt(wider * taller);
    }

    private static (float Width, float Height, float X, float Y) Mean(ReadOnlySpan<(float Width, float Height, float X, float Y)> boxes)
    {
        var (width, height, x, y) = (0f, 0f, 0f, 0f);
        foreach (var box in boxes)
        {
            (width, height, x, y) = (width + box.Width, height + box.Height, x + box.X, y + box.Y);
        }

        var count = boxes.Length;
        return (width / count, height / count, x / count, y / count);
    }

    private static double Square(double value) => value * value;
}
