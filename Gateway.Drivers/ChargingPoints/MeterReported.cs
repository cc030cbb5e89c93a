using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>What an outlet's meter shows while it charges, told once a minute.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Meter">The reading.</param>
public sealed record MeterReported(DeviceId Device, DateTimeOffset At, string Outlet, MeterReading Meter) : Observation(Device, At);
