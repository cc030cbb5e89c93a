namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>How well the projection of a free fall explains a track.</summary>
/// <param name="Residual">Root mean square distance of the points from the curve, pixels.</param>
/// <param name="Gravity">With a calibration: the measured acceleration, m/s2. Without: acceleration over distance, 1/s2.</param>
/// <param name="GravityUncertainty">One standard deviation of <paramref name="Gravity"/>.</param>
/// <param name="TerminalSpeed">With a calibration and where air slows it measurably: the speed at which it stops accelerating, m/s; otherwise null.</param>
/// <param name="Drop">Rows from the first to the last point.</param>
internal sealed record FallFit(double Residual, double Gravity, double GravityUncertainty, double? TerminalSpeed, double Drop);
