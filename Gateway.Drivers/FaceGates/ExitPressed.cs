using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>Somebody pressed the exit button; the door was released.</summary>
public sealed record ExitPressed(DeviceId Device, DateTimeOffset At) : Observation(Device, At);
