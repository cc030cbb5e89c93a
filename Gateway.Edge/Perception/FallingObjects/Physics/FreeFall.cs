namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// A fall from rest through air whose drag grows with the square of the speed:
/// h(t) = h0 - a / b ln cosh((t - t0) sqrt b), with b = (g / terminal speed)^2; without drag h0 - a/2 (t - t0)^2. What is thrown upwards or has
/// fallen before it is seen fits as well: its rest lies before its first point.
/// </summary>
/// <param name="Height">h0, of the rest.</param>
/// <param name="Rest">t0, seconds.</param>
/// <param name="Acceleration">a, heights per second squared, positive downwards.</param>
/// <param name="Drag">b, 1/s2; 0 without.</param>
internal readonly record struct FreeFall(double Height, double Rest, double Acceleration, double Drag)
{
    /// <summary>From where on the closed form loses digits and the series does not.</summary>
    private const double Small = 0.02;

    /// <summary>The height at a time.</summary>
    public double At(double seconds) => Height - (Acceleration * Fallen(seconds - Rest));

    /// <summary>Downward speed at a time, heights per second.</summary>
    public double SpeedAt(double seconds)
    {
        var t = seconds - Rest;
        return Drag <= 0 ? Acceleration * t : Acceleration * Math.Tanh(t * Math.Sqrt(Drag)) / Math.Sqrt(Drag);
    }

    /// <summary>How far at an acceleration of 1.</summary>
    private double Fallen(double t)
    {
        var x = t * t * Drag;
        if (x < Small)
        {
            // ln cosh s = s^2/2 - s^4/12 + s^6/45 - ...
            return t * t * (0.5 - (x / 12) + (x * x / 45));
        }

        var s = Math.Abs(t) * Math.Sqrt(Drag);
        return (s + Math.Log((1 + Math.Exp(-2 * s)) / 2)) / Drag;
    }
}
