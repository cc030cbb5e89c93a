namespace Gateway.Edge.Charging.Sessions;

/// <summary>A point of a power curve.</summary>
/// <param name="Second">Since the begin of the session, s.</param>
/// <param name="Watts">Power.</param>
internal readonly record struct CurvePoint(double Second, double Watts);
