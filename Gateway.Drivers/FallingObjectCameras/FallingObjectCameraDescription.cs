using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A falling-object camera of the hardware file.</summary>
/// <param name="Head">What every device has.</param>
/// <param name="Camera">Its camera; width and height are those that it sends.</param>
/// <param name="Facade">What it watches.</param>
/// <param name="Analysis">How much of its resolution is analysed.</param>
public sealed record FallingObjectCameraDescription(DeviceHead Head, CameraDescription Camera, Facade Facade, AnalysisScale Analysis)
    : DeviceDescription(Head)
{
    /// <inheritdoc/>
    public override string Summary => $"{Camera.Settings.Url}, {Facade.Calibration.Building.Floors} floors" + (Facade.Columns > 0 ? $", {Facade.Columns} columns" : "");

    /// <inheritdoc/>
    public override IEnumerable<string> Secrets => Camera.Secret is { } secret ? [secret] : [];
}
