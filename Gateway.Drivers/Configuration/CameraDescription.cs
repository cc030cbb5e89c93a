using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Configuration;

/// <summary>A camera of the hardware file.</summary>
/// <param name="Settings">What to read, without credentials.</param>
/// <param name="Secret">Name of its entry in the secrets file; null for a camera without credentials.</param>
public sealed record CameraDescription(VideoSettings Settings, string? Secret)
{
    /// <summary>Address of a camera in software, which a scenario acts before.</summary>
    public const string Simulated = "simulated:";
}
