namespace Gateway.Drivers.Configuration;

/// <summary>A camera's stream.</summary>
/// <param name="Url">rtsp://, rtsps:// or file:// address without user name and password.</param>
/// <param name="Width">Width to which frames are scaled, 160 to 3840 pixels.</param>
/// <param name="Height">Height to which frames are scaled, 120 to 2160 pixels.</param>
/// <param name="FramesPerSecond">Frames taken a second, 1 to 30; the rest are dropped before decoding them to pixels.</param>
/// <param name="Credentials">Name of the entry in the secrets file that holds user name and password; null for none.</param>
/// <param name="Region">Part of the picture that is looked at.</param>
public sealed record CameraDescription(Uri Url, int Width, int Height, double FramesPerSecond, string? Credentials, RegionDescription Region);
