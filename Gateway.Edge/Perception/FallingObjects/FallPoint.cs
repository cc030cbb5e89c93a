namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>A falling thing in one frame, in pixels of the analysed picture.</summary>
/// <param name="Frame">Which frame, counted from 0 by the detector.</param>
/// <param name="Time">The stream's time of that frame.</param>
/// <param name="X">Centre, from the left edge.</param>
/// <param name="Y">Centre, from the upper edge.</param>
/// <param name="Width">Width of the box around it, streak included.</param>
/// <param name="Height">Height of the box around it, streak included.</param>
internal readonly record struct FallPoint(long Frame, TimeSpan Time, double X, double Y, double Width, double Height);
