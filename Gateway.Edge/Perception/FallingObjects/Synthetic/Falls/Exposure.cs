using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>
/// How much of each pixel a moving thing covers while the shutter is open: the overlap of its box with the pixel, added up along its way.
/// Holds one exposure at a time; not thread-safe; allocates nothing after construction.
/// </summary>
internal sealed class Exposure
{
    /// <summary>No thing and streak of ours is larger, pixels; what is, is cut.</summary>
    private const int Largest = 320;

    private readonly float[] _cover = new float[Largest * Largest];
    private int _left;
    private int _top;
    private int _width;
    private int _height;

    /// <summary>Begins anew with the pixels that a box touches.</summary>
    public void Begin(in PixelArea area)
    {
        (_left, _top) = ((int)Math.Floor(area.Left) - 1, (int)Math.Floor(area.Top) - 1);
        _width = Math.Clamp((int)Math.Ceiling(area.Right) + 1 - _left, 0, Largest);
        _height = Math.Clamp((int)Math.Ceiling(area.Bottom) + 1 - _top, 0, Largest);
        _cover.AsSpan(0, _width * _height).Clear();
    }

    /// <summary>Adds the thing at one moment.</summary>
    /// <param name="at">Its middle, half sides and turn, pixels and radians.</param>
    /// <param name="round">An ellipse rather than a box.</param>
    /// <param name="share">Of the time that the shutter is open.</param>
    public void Add(in PixelThing at, bool round, float share)
    {
        var (sin, cos) = MathF.SinCos((float)at.Angle);
        var (a, b) = ((float)at.HalfLong, (float)at.HalfShort);
        var (reachX, reachY) = at.Reach;
        var (top, bottom) = Rows(at.Y - reachY - 1 - _top, at.Y + reachY + 1 - _top, _height);
        var (left, right) = Rows(at.X - reachX - 1 - _left, at.X + reachX + 1 - _left, _width);
        for (var row = top; row < bottom; row++)
        {
            var dy = (float)(row + _top + 0.5 - at.Y);
            for (var column = left; column < right; column++)
            {
                var dx = (float)(column + _left + 0.5 - at.X);
                var (u, v) = ((dx * cos) + (dy * sin), (dy * cos) - (dx * sin));
                _cover[(row * _width) + column] += share * (round ? Ellipse(u / a, v / b, Math.Min(a, b)) : Overlap(u, a) * Overlap(v, b));
            }
        }
    }

    /// <summary>The share of its own contrast that the densest pixel has, 0..1.</summary>
    public float Densest()
    {
        var densest = 0f;
        foreach (var cover in _cover.AsSpan(0, _width * _height))
        {
            densest = Math.Max(densest, cover);
        }

        return Math.Min(1, densest);
    }

    /// <summary>Lays it over a frame.</summary>
    public void Over(in SceneCanvas canvas, double level, double strength)
    {
        for (var row = Math.Max(0, -_top); row < Math.Min(_height, canvas.Height - _top); row++)
        {
            for (var column = Math.Max(0, -_left); column < Math.Min(_width, canvas.Width - _left); column++)
            {
                var cover = _cover[(row * _width) + column];
                if (cover > 0)
                {
                    canvas.Blend(column + _left, row + _top, (float)strength * Math.Min(1, cover), (float)level);
                }
            }
        }
    }

    /// <summary>How much of a pixel's side, around <paramref name="middle"/>, lies within -half..half.</summary>
    private static float Overlap(float middle, float half) => Math.Clamp(Math.Min(middle + 0.5f, half) - Math.Max(middle - 0.5f, -half), 0, 1);

    private static float Ellipse(float u, float v, float small) => Math.Clamp(((1 - MathF.Sqrt((u * u) + (v * v))) * small) + 0.5f, 0, 1);

    private static (int From, int To) Rows(double from, double to, int end) => SceneCanvas.Cut(from, to, end);
}
