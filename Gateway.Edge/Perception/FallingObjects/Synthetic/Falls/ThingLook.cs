namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>What a falling thing looks like.</summary>
/// <param name="Length">Geometric mean of its sides, metres.</param>
/// <param name="Aspect">Its longer side over its shorter one, at least 1.</param>
/// <param name="Angle">How it is turned where it starts, radians.</param>
/// <param name="Spin">Radians a second.</param>
/// <param name="Round">An ellipse rather than a box.</param>
/// <param name="Level">Its level in plain light.</param>
internal sealed record ThingLook(double Length, double Aspect, double Angle, double Spin, bool Round, double Level);
