namespace Gateway.Edge.Perception.Pixels;

/// <summary>A colour of a drawing.</summary>
internal readonly record struct Ink(byte Blue, byte Green, byte Red);
