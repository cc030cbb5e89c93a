namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A colour of a drawing.</summary>
internal readonly record struct Colour(byte Blue, byte Green, byte Red);
