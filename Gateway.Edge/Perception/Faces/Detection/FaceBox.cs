using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Detection;

/// <summary>A face found in a picture.</summary>
/// <param name="Box">Where, in pixels of the picture.</param>
/// <param name="Score">The detector's confidence, 0..1.</param>
internal readonly record struct FaceBox(PixelBox Box, float Score);
