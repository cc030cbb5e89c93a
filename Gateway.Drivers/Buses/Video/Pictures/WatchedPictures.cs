using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>Judges cameras by what has been seen of them since they came online: a patrol need not wait a minute to tell a frozen picture.</summary>
internal sealed class WatchedPictures : IPictureCheck
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(DeviceId device, IFrameTap tap, CancellationToken cancellationToken) =>
        ValueTask.FromResult(tap is FrameTap { Pictures: var pictures } ? pictures.Patrol() : []);
}
