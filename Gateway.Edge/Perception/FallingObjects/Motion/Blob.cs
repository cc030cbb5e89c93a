namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>A connected group of pixels that differ from the background, in pixels of the frame with shake taken out.</summary>
/// <param name="X">Centre of gravity by contrast, from the left edge of the background picture.</param>
/// <param name="Y">Centre of gravity by contrast, from the upper edge.</param>
/// <param name="Width">Of the box around it.</param>
/// <param name="Height">Of the box around it.</param>
/// <param name="Area">Pixels.</param>
/// <param name="Contrast">Mean signed difference from the background, levels; negative where darker.</param>
internal readonly record struct Blob(float X, float Y, short Width, short Height, int Area, float Contrast);
