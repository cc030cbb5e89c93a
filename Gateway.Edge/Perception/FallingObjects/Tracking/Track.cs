namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>One thing followed from frame to frame. Reused; not thread-safe.</summary>
internal sealed class Track
{
    /// <summary>Points that say how it moves now; older ones lag behind what accelerates.</summary>
    private const int Recent = 6;

    /// <summary>Points that say how large it is: for half a second a spinning thing may be seen in parts.</summary>
    private const int Remembered = 12;

    /// <summary>Young tracks are of many sizes by chance.</summary>
    private const int Young = 3;

    /// <summary>A centre is uncertain by a pixel, a share of its side, and half of what is not seen.</summary>
    private const double ShareOfSide = 0.1;
    private const double ShareOfHidden = 0.5;

    private readonly List<FallPoint> _points = new(64);
    private readonly int[] _areas = new int[Remembered];
    private double _x;
    private double _y;
    private double _acrossSpeed;
    private double _downSpeed;
    private double _acceleration;

    /// <summary>Where it was seen, in order.</summary>
    public List<FallPoint> Points => _points;

    public FallPoint Last => _points[^1];

    /// <summary>Area of its newest blob, pixels.</summary>
    public int Area { get; private set; }

    /// <summary>Its largest sides of late, pixels: a part of it may not be told from what is behind.</summary>
    public (double Width, double Height) Size { get; private set; }

    /// <summary>Its largest area of late, pixels.</summary>
    public int MostArea { get; private set; }

    /// <summary>Whether it is known well enough, and large enough, to be told in parts.</summary>
    public bool MayPart => _points.Count >= Young && Math.Max(Size.Width, Size.Height) >= BlobParts.LeastSide;

    /// <summary>Contrast of its newest blob, levels.</summary>
    public float Contrast { get; private set; }

    /// <summary>Nothing more is to be done with it.</summary>
    public bool Over { get; set; }

    /// <summary>Pixels a second.</summary>
    public double Speed => Math.Sqrt((_acrossSpeed * _acrossSpeed) + (_downSpeed * _downSpeed));

    public double DownSpeed => _downSpeed;

    /// <summary>How far down it is from its highest point.</summary>
    public double Drop { get; private set; }

    /// <summary>The lowest row in which it was seen.</summary>
    public double Lowest { get; private set; }

    private double _highest;

    public void Begin(in FallPoint point, int area, float contrast)
    {
        _points.Clear();
        (Over, Drop, _highest, Lowest) = (false, 0, point.Y, point.Y);
        Add(point, area, contrast);
    }

    /// <summary>Takes over the past of another.</summary>
    public void BeginAs(Track other)
    {
        _points.Clear();
        _points.AddRange(other._points);
        (Over, Drop, _highest, Lowest) = (false, other.Drop, other._highest, other.Lowest);
        (Area, Contrast) = (other.Area, other.Contrast);
        other._areas.CopyTo(_areas, 0);
        Measure();
        Learn();
    }

    public void Add(in FallPoint point, int area, float contrast)
    {
        _points.Add(point);
        (Area, Contrast) = (area, contrast);
        _areas[(_points.Count - 1) % Remembered] = area;
        Measure();
        _highest = Math.Min(_highest, point.Y);
        Lowest = Math.Max(Lowest, point.Y);
        Drop = point.Y - _highest;
        Learn();
    }

    /// <summary>Where it is to be expected so many seconds after its last point.</summary>
    public (double X, double Y) Predict(double seconds) =>
        (_x + (_acrossSpeed * seconds), _y + (_downSpeed * seconds) + (_acceleration / 2 * seconds * seconds));

    private void Measure()
    {
        var (width, height, area) = (0.0, 0.0, 0);
        for (var i = Math.Max(0, _points.Count - Remembered); i < _points.Count; i++)
        {
            (width, height) = (Math.Max(width, _points[i].Width), Math.Max(height, _points[i].Height));
            area = Math.Max(area, _areas[i % Remembered]);
        }

        (Size, MostArea) = ((width, height), area);
    }

    /// <summary>Position, speed and, from four points on, acceleration from the newest points, with time counted from the last one.</summary>
    private void Learn()
    {
        var last = _points[^1];
        (_x, _y, _acrossSpeed, _downSpeed, _acceleration) = (last.X, last.Y, 0, 0, 0);
        var count = Math.Min(_points.Count, Recent);
        if (count < 2)
        {
            return;
        }

        Span<double> across = stackalloc double[2 * 3];
        Span<double> down = stackalloc double[3 * 4];
        across.Clear();
        down.Clear();
        Span<double> form = stackalloc double[3];
        var bent = count >= 4;
        for (var i = _points.Count - count; i < _points.Count; i++)
        {
            var t = (_points[i].Time - last.Time).TotalSeconds;
            ReadOnlySpan<double> row = [1, t, t * t];
            Physics.LinearSystem.Add(across, row[..2], _points[i].X, WeightOf(_points[i].Width, Size.Width));
            Physics.LinearSystem.Add(down[..(bent ? 12 : 6)], row[..(bent ? 3 : 2)], _points[i].Y, WeightOf(_points[i].Height, Size.Height));
        }

        if (Physics.LinearSystem.Solve(across, 0, form[..2]))
        {
            (_x, _acrossSpeed) = (form[0], form[1]);
        }

        if (Physics.LinearSystem.Solve(down[..(bent ? 12 : 6)], 0, form[..(bent ? 3 : 2)]))
        {
            (_y, _downSpeed, _acceleration) = (form[0], form[1], bent ? 2 * form[2] : 0);
        }
    }

    private static double WeightOf(double side, double size) => 1 / Math.Pow(1 + (ShareOfSide * side) + (ShareOfHidden * (size - side)), 2);
}
