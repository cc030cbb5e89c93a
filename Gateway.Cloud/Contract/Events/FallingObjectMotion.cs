namespace Gateway.Cloud.Contract.Events;

/// <summary>What the decision that something fell rests on.</summary>
/// <param name="Score">How much speaks for a fall, 0..1.</param>
/// <param name="Gravity">Measured acceleration: with a calibration m/s2, else acceleration over distance, 1/s2.</param>
/// <param name="GravityUncertainty">One standard deviation of it.</param>
/// <param name="Residual">Root mean square distance of the track from the curve of a fall, pixels.</param>
/// <param name="Points">In how many frames it was seen.</param>
public sealed record FallingObjectMotion(double Score, double Gravity, double GravityUncertainty, double Residual, int Points);
