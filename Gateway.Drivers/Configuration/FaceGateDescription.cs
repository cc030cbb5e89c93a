using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Configuration;

/// <summary>A face gate of the hardware file.</summary>
/// <param name="Id">Unique among the devices.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Zone">Id of its zone; null for none.</param>
/// <param name="Camera">Its camera, without credentials.</param>
/// <param name="Secret">Name of the camera's entry in the secrets file; null for a camera without credentials.</param>
/// <param name="Bus">Id of the bus that its door is wired to.</param>
/// <param name="Relay">Line of the door relay.</param>
/// <param name="Contact">Line of the door contact.</param>
/// <param name="Door">The door's times and wiring.</param>
public sealed record FaceGateDescription(
    DeviceId Id, Wording Name, string? Zone, VideoSettings Camera, string? Secret, string Bus, int Relay, int Contact, DoorSettings Door);
