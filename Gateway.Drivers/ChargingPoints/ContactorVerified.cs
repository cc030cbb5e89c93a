using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The contactor was opened, and every meter shows that no power flows.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Took">From the command to the reading that proves it.</param>
public sealed record ContactorVerified(DeviceId Device, DateTimeOffset At, TimeSpan Took) : Observation(Device, At);
