namespace Gateway.Drivers.Buses.Onvif;

/// <summary>One stream of a camera.</summary>
/// <param name="Profile">What it shows.</param>
/// <param name="Stream">Its RTSP address, <c>***</c> in place of a password; null where the camera did not tell.</param>
/// <param name="Snapshot">The address of its still picture, likewise; null where it has none.</param>
public sealed record OnvifStream(OnvifProfile Profile, string? Stream, string? Snapshot);
