using System.Globalization;
using System.Text;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Which part of the picture property staff see: a band around the path, from a floor above its beginning to a little below its end, as
/// wide at its beginning as a window. Immutable.
/// </summary>
internal sealed class TrackMask
{
    /// <summary>Half the band's width as a fraction of the picture's width; a window is about so wide.</summary>
    private const double HalfWidth = 0.04;

    /// <summary>Above and below every point, as a fraction of the picture's height.</summary>
    private const double Reach = 0.04;

    /// <summary>So much wider than the thing itself where that is large.</summary>
    private const double TimesThing = 1.5;

    private readonly int[] _left;
    private readonly int[] _right;

    private TrackMask(int width, int height)
    {
        (Width, Height) = (width, height);
        (_left, _right) = (new int[height], new int[height]);
        Array.Fill(_left, int.MaxValue);
        Array.Fill(_right, -1);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    public static TrackMask Of(TrackDocument track)
    {
        var mask = new TrackMask(track.Width, track.Height);
        var (points, side) = (track.Points, HalfWidth * track.Width);
        for (var i = 0; i < points.Count; i++)
        {
            var (from, to) = (points[Math.Max(0, i - 1)], points[i]);
            var half = Math.Max(side, TimesThing * Math.Max(to.Width, from.Width));
            var steps = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y))));
            for (var step = 0; step <= steps; step++)
            {
                var part = (double)step / steps;
                mask.Show(from.X + (part * (to.X - from.X)), from.Y + (part * (to.Y - from.Y)), half, Reach * track.Height);
            }
        }

        // Whoever threw it stands in the window above the first point.
        mask.Show(points[0].X, points[0].Y, Math.Max(side, HalfWindow(track.Facade) * track.Width), FloorRows(track));
        return mask;
    }

    /// <summary>Whether a pixel is shown.</summary>
    public bool Shows(int x, int y) => x >= _left[y] && x <= _right[y];

    /// <summary>A picture of the mask, binary PGM: 255 where it shows.</summary>
    public byte[] ToPgm()
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n"));
        var pgm = new byte[head.Length + (Width * Height)];
        head.CopyTo(pgm, 0);
        for (var y = 0; y < Height; y++)
        {
            if (_right[y] >= 0)
            {
                pgm.AsSpan(head.Length + (y * Width) + _left[y], _right[y] - _left[y] + 1).Fill(byte.MaxValue);
            }
        }

        return pgm;
    }

    /// <summary>A little more than half a column of windows, as a fraction of the picture's width; 0 where nobody has counted them.</summary>
    private static double HalfWindow(TrackFacade facade) => facade is { Columns: > 0, Region: { } corners }
        ? 0.6 * (corners.Max(corner => corner.X) - corners.Min(corner => corner.X)) / facade.Columns
        : 0;

    /// <summary>Rows of one floor where the fall began.</summary>
    private static double FloorRows(TrackDocument track)
    {
        var (rows, y) = (track.Facade.FloorRows, track.Points[0].Y / track.Height);
        for (var floor = 0; floor + 1 < rows.Count; floor++)
        {
            if (rows[floor + 1] <= y && y <= rows[floor])
            {
                return Math.Max(Reach, rows[floor] - rows[floor + 1]) * track.Height;
            }
        }

        return 2 * Reach * track.Height;
    }

    private void Show(double x, double y, double across, double along)
    {
        var (left, right) = ((int)Math.Clamp(x - across, 0, Width - 1), (int)Math.Clamp(x + across, 0, Width - 1));
        var (top, bottom) = ((int)Math.Clamp(y - along, 0, Height - 1), (int)Math.Clamp(y + along, 0, Height - 1));
        for (var row = top; row <= bottom; row++)
        {
            _left[row] = Math.Min(_left[row], left);
            _right[row] = Math.Max(_right[row], right);
        }
    }
}
