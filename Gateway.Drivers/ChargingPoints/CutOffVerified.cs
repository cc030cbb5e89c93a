using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>An outlet was cut off, and its meter shows that no power flows.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Reason">Why it was cut off.</param>
/// <param name="Took">From the command to the reading that proves it.</param>
public sealed record CutOffVerified(DeviceId Device, DateTimeOffset At, string Outlet, Wording Reason, TimeSpan Took) : Observation(Device, At);
