using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The shed is being cut off at its contactor.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record ContactorOpened(DeviceId Device, DateTimeOffset At, Wording Reason) : Observation(Device, At);
