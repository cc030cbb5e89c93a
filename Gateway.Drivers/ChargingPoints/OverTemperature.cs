using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>An outlet is too hot and is being cut off.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Temperature">Measured, °C.</param>
/// <param name="Limit">Its limit, °C.</param>
public sealed record OverTemperature(DeviceId Device, DateTimeOffset At, string Outlet, double Temperature, double Limit) : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => true;
}
