using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates;

/// <summary>A plate that stands in the newest frame.</summary>
/// <param name="Track">As in <see cref="PlateSighting.Track"/>.</param>
/// <param name="Box">Where, in pixels of the picture.</param>
internal readonly record struct PlateInView(long Track, PixelBox Box);
