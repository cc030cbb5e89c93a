using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A camera that looks up at a facade, with the part to watch and how it stands.</summary>
internal sealed class FallingObjectCameraKind : DeviceKind<FallingObjectCameraDescription>
{
    public const string Name = "falling-object-camera";

    private static readonly CameraDescription NoCamera = new(new VideoSettings { Url = "" }, Secret: null);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        var camera = context.Camera(section) ?? NoCamera;
        return new FallingObjectCameraDescription(head, camera, FacadeReader.Read(section, camera.Settings.Height, context));
    }

    /// <inheritdoc/>
    protected override IDevice Build(FallingObjectCameraDescription camera, DriverParts parts) =>
        new FallingObjectCamera(camera, parts.Camera(camera.Camera, camera.Facade.Calibration));
}
