namespace Gateway.Drivers.Buses.Onvif;

/// <summary>One media profile of a camera.</summary>
/// <param name="Token">The device's id of it.</param>
/// <param name="Name">The device's name of it.</param>
/// <param name="Encoding">H264, H265 or JPEG; empty when it has no encoder.</param>
/// <param name="Width">Pixels in a row; 0 when unknown.</param>
/// <param name="Height">Rows; 0 when unknown.</param>
public sealed record OnvifProfile(string Token, string Name, string Encoding, int Width, int Height);
