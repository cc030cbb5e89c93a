using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A falling thing in one frame, in pixels of the analysed picture.</summary>
/// <param name="Frame">Which frame.</param>
/// <param name="Seconds">The stream's time.</param>
/// <param name="X">Centre, from the left edge.</param>
/// <param name="Y">Centre, from the upper edge.</param>
/// <param name="Width">Of the box around it.</param>
/// <param name="Height">Of the box around it.</param>
internal sealed record TrackPoint(long Frame, double Seconds, double X, double Y, double Width, double Height)
{
    public static TrackPoint Of(FallPoint point) => new(point.Frame, point.Time.TotalSeconds, point.X, point.Y, point.Width, point.Height);
}
