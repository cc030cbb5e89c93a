using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>An outlet's meter contradicts itself; until it is repaired it proves no cut-off.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Problem">The contradiction.</param>
public sealed record MeterImplausible(DeviceId Device, DateTimeOffset At, string Outlet, Wording Problem) : Observation(Device, At);
