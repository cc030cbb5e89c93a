using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <content>The plate camera as one that may have seen an incident nearby, and whose view a patrol compares.</content>
internal sealed partial class VehicleBarrier : IRecordedCamera
{
    /// <summary>Where it stands; null where the hardware file does not say.</summary>
    public SitePosition? Stands { get; init; }

    /// <inheritdoc/>
    SitePosition? IRecordedCamera.Position => Stands;

    /// <inheritdoc/>
    public IClipSource Clips => _camera?.Clips ?? NoClips.NotConfigured;

    /// <inheritdoc/>
    public void SetReferencePicture() =>
        (_camera ?? throw new DeviceFaultException($"{Id}: this barrier has no camera.")).Pictures.SetReference();
}
