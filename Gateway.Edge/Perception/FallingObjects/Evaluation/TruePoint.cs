namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Where something is in one frame, in pixels of the clip's own picture.</summary>
/// <param name="Frame">Counted from 0 as the decoder delivers them.</param>
/// <param name="X">Centre, from the left edge.</param>
/// <param name="Y">Centre, from the upper edge.</param>
/// <param name="Width">Of the box around it.</param>
/// <param name="Height">Of the box around it.</param>
internal readonly record struct TruePoint(int Frame, double X, double Y, double Width, double Height)
{
    /// <summary>The longer side of its box.</summary>
    public double Size => Math.Max(Width, Height);
}
