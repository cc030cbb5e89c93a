namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>A fall on the facade's plane and how it looks in the picture.</summary>
/// <param name="Start">The stream's time from which the fall's seconds count.</param>
/// <param name="Projection">From the plane to pixels.</param>
/// <param name="Solution">Downwards.</param>
/// <param name="Along">Where along the facade it was at rest.</param>
/// <param name="AlongSpeed">Along the facade at rest, lengths per second; positive to the right.</param>
/// <param name="AlongResidual">Root mean square distance across from the straight line, pixels.</param>
internal sealed record FallPath(TimeSpan Start, Projection Projection, FallSolution Solution, double Along, double AlongSpeed, double AlongResidual)
{
    /// <summary>Where it is seen at a time of the stream, pixels.</summary>
    public (double X, double Y) At(TimeSpan time)
    {
        var seconds = (time - Start).TotalSeconds;
        var row = Projection.RowOf(Solution.Fall.At(seconds) + Projection.LensHeight);
        return (Projection.PixelOf((Along + (AlongSpeed * Solution.Fall.GlideAt(seconds))) / Solution.Fall.NearnessAt(seconds), row), row);
    }
}
