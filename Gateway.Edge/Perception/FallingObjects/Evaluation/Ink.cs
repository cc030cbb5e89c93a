namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A colour.</summary>
internal readonly record struct Ink(byte Blue, byte Green, byte Red);
