using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The shed's smoke detector has tripped; every outlet and the contactor are being cut off.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
public sealed record SmokeDetected(DeviceId Device, DateTimeOffset At) : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => true;
}
