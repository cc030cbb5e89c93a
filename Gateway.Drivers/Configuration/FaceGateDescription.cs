using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>A gate that opens by face.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call the gate.</param>
/// <param name="Camera">Its camera.</param>
/// <param name="Door">Its door.</param>
public sealed record FaceGateDescription(DeviceId Id, Wording Name, CameraDescription Camera, DoorDescription Door);
