using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>An outlet, or the air in the shed, is too hot; the outlet or every outlet is being cut off.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Outlet">The outlet; null for the air in the shed.</param>
/// <param name="Temperature">Measured, °C.</param>
/// <param name="Limit">Its limit, °C.</param>
public sealed record OverTemperature(DeviceId Device, DateTimeOffset At, string? Outlet, double Temperature, double Limit) : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => true;
}
