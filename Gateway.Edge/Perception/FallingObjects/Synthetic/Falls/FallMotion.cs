namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>
/// How a thing falls through still air: gravity, and drag that grows with the square of the speed and equals gravity at the terminal speed.
/// Integrated once (Runge and Kutta's fourth order), then read by time. Immutable.
/// </summary>
internal sealed class FallMotion
{
    /// <summary>Standard gravity, m/s2.</summary>
    public const double Gravity = 9.80665;

    /// <summary>From one kept point to the next, seconds: a straight line between two is 5 micrometres off.</summary>
    private const double Step = 0.002;

    /// <summary>Nothing of a tower's height falls longer, seconds.</summary>
    private const double Longest = 30;

    private readonly List<(double X, double Y, double Offset)> _points = [];

    /// <param name="from">Along the facade, above the ground, and before the facade's plane, metres.</param>
    /// <param name="speed">The same directions, m/s.</param>
    /// <param name="terminalSpeed">m/s; infinite without air.</param>
    public FallMotion((double X, double Y, double Offset) from, (double X, double Y, double Offset) speed, double terminalSpeed)
    {
        TerminalSpeed = terminalSpeed;
        var state = new State(from.X, from.Y, from.Offset, speed.X, speed.Y, speed.Offset);
        _points.Add(from);
        while (state.Y > 0 && _points.Count * Step < Longest)
        {
            state = Advance(state);
            _points.Add((state.X, state.Y, state.Offset));
        }
    }

    /// <summary>m/s.</summary>
    public double TerminalSpeed { get; }

    /// <summary>When it reaches the ground, seconds after it left.</summary>
    public double Lands => (_points.Count - 1) * Step;

    /// <summary>Where it is so many seconds after it left; before and after that it rests.</summary>
    public (double X, double Y, double Offset) At(double seconds)
    {
        var steps = Math.Clamp(seconds / Step, 0, _points.Count - 1);
        var i = Math.Min((int)steps, _points.Count - 2);
        var ((x0, y0, o0), (x1, y1, o1), part) = (_points[i], _points[i + 1], steps - i);
        return (double.Lerp(x0, x1, part), double.Lerp(y0, y1, part), double.Lerp(o0, o1, part));
    }

    private State Advance(State state)
    {
        var a = Slope(state);
        var b = Slope(state.Plus(a, Step / 2));
        var c = Slope(state.Plus(b, Step / 2));
        var d = Slope(state.Plus(c, Step));
        return state.Plus(a, Step / 6).Plus(b, Step / 3).Plus(c, Step / 3).Plus(d, Step / 6);
    }

    private State Slope(State s)
    {
        var speed = Math.Sqrt((s.SpeedX * s.SpeedX) + (s.SpeedY * s.SpeedY) + (s.SpeedOffset * s.SpeedOffset));
        var drag = Gravity * speed / (TerminalSpeed * TerminalSpeed);
        return new State(s.SpeedX, s.SpeedY, s.SpeedOffset, -drag * s.SpeedX, -Gravity - (drag * s.SpeedY), -drag * s.SpeedOffset);
    }

    private readonly record struct State(double X, double Y, double Offset, double SpeedX, double SpeedY, double SpeedOffset)
    {
        public State Plus(State slope, double seconds) => new(
            X + (slope.X * seconds), Y + (slope.Y * seconds), Offset + (slope.Offset * seconds),
            SpeedX + (slope.SpeedX * seconds), SpeedY + (slope.SpeedY * seconds), SpeedOffset + (slope.SpeedOffset * seconds));
    }
}
