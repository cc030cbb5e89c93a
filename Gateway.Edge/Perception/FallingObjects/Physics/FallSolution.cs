namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>The fall that fits a track best.</summary>
/// <param name="Fall">The motion.</param>
/// <param name="HeightError">One standard deviation of the height of the rest.</param>
/// <param name="AccelerationError">One standard deviation of the acceleration.</param>
/// <param name="Misfit">Root mean square distance of the points from the curve, in their own uncertainties; 1 is as expected.</param>
/// <param name="Residual">Root mean square distance, pixels.</param>
/// <param name="Bend">Without drag, how many times its own uncertainty the acceleration is: whether it accelerates at all.</param>
internal readonly record struct FallSolution(FreeFall Fall, double HeightError, double AccelerationError, double Misfit, double Residual, double Bend);
