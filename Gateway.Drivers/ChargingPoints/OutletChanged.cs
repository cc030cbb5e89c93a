using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>An outlet changed its state.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="State">The new state.</param>
/// <param name="Reason">Why.</param>
/// <param name="Meter">The last reading; null where there is none.</param>
public sealed record OutletChanged(DeviceId Device, DateTimeOffset At, string Outlet, OutletState State, Wording Reason, MeterReading? Meter)
    : Observation(Device, At);
