using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Devices.Patrols;

/// <summary>Judges the picture of a device's camera. Safe for several threads.</summary>
public interface IPictureCheck
{
    /// <summary>Takes a few frames and says what is wrong with them; empty when nothing is.</summary>
    ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(DeviceId device, IFrameTap tap, CancellationToken cancellationToken);
}
