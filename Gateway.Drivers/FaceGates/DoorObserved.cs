using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>The door of a gate did something.</summary>
public sealed record DoorObserved(DeviceId Device, DateTimeOffset At, DoorEvent Event) : Observation(Device, At);
