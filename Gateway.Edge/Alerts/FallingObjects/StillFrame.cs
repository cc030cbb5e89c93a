namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A copy of one grey frame.</summary>
/// <param name="Luma">Width x height bytes.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Time">The stream's time of it.</param>
internal sealed record StillFrame(ReadOnlyMemory<byte> Luma, int Width, int Height, TimeSpan Time);
