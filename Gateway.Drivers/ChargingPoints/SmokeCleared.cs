using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The shed's smoke detector is quiet again. Nothing is switched on by itself.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
public sealed record SmokeCleared(DeviceId Device, DateTimeOffset At) : Observation(Device, At);
