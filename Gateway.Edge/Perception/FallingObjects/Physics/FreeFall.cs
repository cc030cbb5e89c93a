namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// A fall from rest through air whose drag grows with the square of the speed, as seen on the facade's plane:
/// h(t) = (h0 - a / b ln cosh((t - t0) sqrt b)) / (1 - w (t - t0)), with b = (g / terminal speed)^2; without drag h0 - a/2 (t - t0)^2.
/// The denominator is for what comes away from the facade towards the camera, w its speed over the camera's distance; what is before the
/// plane from the start has h0 and a larger by the same share. What is thrown upwards or has fallen before it is seen fits as well: its
/// rest lies before its first point. Heights count from the lens.
/// </summary>
/// <param name="Height">h0, of the rest.</param>
/// <param name="Rest">t0, seconds.</param>
/// <param name="Acceleration">a, heights per second squared, positive downwards.</param>
/// <param name="Drag">b, 1/s2; 0 without.</param>
/// <param name="Approach">w, 1/s; negative for what goes away from the camera, as a mirror image does.</param>
internal readonly record struct FreeFall(double Height, double Rest, double Acceleration, double Drag, double Approach)
{
    /// <summary>From where on the closed form loses digits and the series does not.</summary>
    private const double Small = 0.02;

    /// <summary>Nothing comes nearer than this share of the distance.</summary>
    private const double Closest = 0.2;

    /// <summary>The height at a time.</summary>
    public double At(double seconds) => (Height - (Acceleration * Fallen(seconds - Rest))) / NearnessAt(seconds);

    /// <summary>Distance from the camera at a time over what it was at rest.</summary>
    public double NearnessAt(double seconds) => Math.Max(Closest, 1 - (Approach * (seconds - Rest)));

    /// <summary>
    /// Seconds that a thing would need for its way along at the speed it had at rest: drag takes from that speed what it takes from the
    /// fall, v(t) = v0 / cosh((t - t0) sqrt b), whose integral is the Gudermannian function.
    /// </summary>
    public double GlideAt(double seconds)
    {
        var (t, root) = (seconds - Rest, Math.Sqrt(Drag));
        return root < 1e-3 ? t : 2 * Math.Atan(Math.Tanh(t * root / 2)) / root;
    }

    /// <summary>Speed downwards at a time, lengths per second; negative before the rest. Without what comes of the approach.</summary>
    public double SpeedAt(double seconds)
    {
        var (t, root) = (seconds - Rest, Math.Sqrt(Drag));
        return Acceleration * (root < 1e-3 ? t : Math.Tanh(t * root) / root);
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
