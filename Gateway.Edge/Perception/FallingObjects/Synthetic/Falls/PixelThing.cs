namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>A thing as it is seen at one moment.</summary>
/// <param name="X">Middle, pixels.</param>
/// <param name="Y">Middle, pixels.</param>
/// <param name="HalfLong">Half of its longer side, pixels.</param>
/// <param name="HalfShort">Half of its shorter side, pixels.</param>
/// <param name="Angle">Of the longer side, radians.</param>
internal readonly record struct PixelThing(double X, double Y, double HalfLong, double HalfShort, double Angle)
{
    /// <summary>Half of the sides of the upright box around it.</summary>
    public (double X, double Y) Reach
    {
        get
        {
            var (sin, cos) = Math.SinCos(Angle);
            return (Math.Abs(HalfLong * cos) + Math.Abs(HalfShort * sin), Math.Abs(HalfLong * sin) + Math.Abs(HalfShort * cos));
        }
    }
}
