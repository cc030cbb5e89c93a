using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The shed has power again at its contactor.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
public sealed record ContactorClosed(DeviceId Device, DateTimeOffset At) : Observation(Device, At);
