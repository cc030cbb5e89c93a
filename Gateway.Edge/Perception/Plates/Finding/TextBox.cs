using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>A line of text in a picture.</summary>
/// <param name="Quad">Its corners, in pixels of the picture; the longer sides run from left to right.</param>
/// <param name="Score">The detector's confidence, 0..1.</param>
internal readonly record struct TextBox(Quad Quad, float Score);
