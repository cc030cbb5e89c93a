namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>A straight line through values over time, by least squares. Not thread-safe.</summary>
internal struct LineFit
{
    private double _t, _y, _tt, _ty, _yy;

    /// <summary>Values so far.</summary>
    public int Count { get; private set; }

    /// <summary>True once values at two times are known.</summary>
    public readonly bool Exists => Count >= 2 && Spread > 0;

    /// <summary>Change of the value in a unit of time; needs <see cref="Exists"/>.</summary>
    public readonly double Slope => Shared / Spread;

    /// <summary>The standard error of <see cref="Slope"/>; needs three values.</summary>
    public readonly double Error => Math.Sqrt(Math.Max(0, _yy - (_y * _y / Count) - (Shared * Shared / Spread)) / (Count - 2) / Spread);

    private readonly double Spread => _tt - (_t * _t / Count);

    private readonly double Shared => _ty - (_t * _y / Count);

    /// <summary>Adds a value.</summary>
    public void Add(double t, double y) =>
        (Count, _t, _y, _tt, _ty, _yy) = (Count + 1, _t + t, _y + y, _tt + (t * t), _ty + (t * y), _yy + (y * y));

    /// <summary>The line's value at a time; needs <see cref="Exists"/>.</summary>
    public readonly double At(double t) => (_y / Count) + (Slope * (t - (_t / Count)));
}
