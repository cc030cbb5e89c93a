namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>One thing followed from frame to frame. Reused; not thread-safe.</summary>
internal sealed class Track
{
    /// <summary>Points that say how it moves now; older ones lag behind what accelerates.</summary>
    private const int Recent = 6;

    private readonly List<FallPoint> _points = new(64);
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

    /// <summary>Contrast of its newest blob, levels.</summary>
    public float Contrast { get; private set; }

    /// <summary>Nothing more is to be done with it.</summary>
    public bool Over { get; set; }

    /// <summary>Pixels a second.</summary>
    public double Speed => Math.Sqrt((_acrossSpeed * _acrossSpeed) + (_downSpeed * _downSpeed));

    public double DownSpeed => _downSpeed;

    /// <summary>How far down it is from its highest point.</summary>
    public double Drop { get; private set; }

    private double _highest;

    public void Begin(in FallPoint point, int area, float contrast)
    {
        _points.Clear();
        (Over, Drop, _highest) = (false, 0, point.Y);
        Add(point, area, contrast);
    }

    /// <summary>Takes over the past of another.</summary>
    public void BeginAs(Track other)
    {
        _points.Clear();
        _points.AddRange(other._points);
        (Over, Drop, _highest) = (false, other.Drop, other._highest);
        (Area, Contrast) = (other.Area, other.Contrast);
        Learn();
    }

    public void Add(in FallPoint point, int area, float contrast)
    {
        _points.Add(point);
        (Area, Contrast) = (area, contrast);
        _highest = Math.Min(_highest, point.Y);
        Drop = point.Y - _highest;
        Learn();
    }

    /// <summary>Where it is to be expected so many seconds after its last point.</summary>
    public (double X, double Y) Predict(double seconds) =>
        (_x + (_acrossSpeed * seconds), _y + (_downSpeed * seconds) + (_acceleration / 2 * seconds * seconds));

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
            Physics.LinearSystem.Add(across, row[..2], _points[i].X, 1);
            Physics.LinearSystem.Add(down[..(bent ? 12 : 6)], row[..(bent ? 3 : 2)], _points[i].Y, 1);
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
}
