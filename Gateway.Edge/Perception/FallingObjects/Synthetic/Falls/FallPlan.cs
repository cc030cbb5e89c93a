namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>How one thing leaves a tower.</summary>
/// <param name="From">Along the facade, above the ground, before the facade's plane, metres.</param>
/// <param name="Speed">The same directions, m/s.</param>
/// <param name="Floor">1 for the ground floor; one above the highest for the roof.</param>
/// <param name="Bay">Column, 0-based.</param>
/// <param name="Thrown">Thrown rather than dropped.</param>
/// <param name="Length">Geometric mean of its sides, metres.</param>
/// <param name="Scale">Pixels a metre where it leaves.</param>
/// <param name="Motion">How it falls.</param>
internal sealed record FallPlan(
    (double X, double Y, double Offset) From,
    (double X, double Y, double Offset) Speed,
    int Floor,
    int Bay,
    bool Thrown,
    double Length,
    double Scale,
    FallMotion Motion);
