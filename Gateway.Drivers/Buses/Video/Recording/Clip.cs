using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>A clip that has been cut: an MP4 file with the camera's own pictures, not encoded anew.</summary>
/// <param name="Path">The file, mode 0600; it belongs to whoever asked for it.</param>
/// <param name="Start">Its first picture, wall time. A clip begins at a key frame: up to one segment before what was asked for.</param>
/// <param name="End">The end of its last picture, wall time: up to one segment after what was asked for.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Codec">How it is encoded.</param>
/// <param name="Warning">What is missing of what was asked for; null when nothing is.</param>
public sealed record Clip(string Path, DateTimeOffset Start, DateTimeOffset End, long Bytes, VideoCodec Codec, Wording? Warning);
