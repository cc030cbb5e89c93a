using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>Something wrong with a picture.</summary>
/// <param name="Code">Stable cause, such as <c>picture-frozen</c>.</param>
/// <param name="Words">For people, with the fix.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Threshold">What it was measured against.</param>
public sealed record PictureFinding(string Code, Wording Words, double Value, double Threshold);
