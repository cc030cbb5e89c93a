namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>What a JPEG declares about itself.</summary>
/// <param name="Width">Columns as stored, before orientation.</param>
/// <param name="Height">Rows as stored, before orientation.</param>
/// <param name="Orientation">How the camera was held.</param>
public readonly record struct JpegHeader(int Width, int Height, ExifOrientation Orientation);
