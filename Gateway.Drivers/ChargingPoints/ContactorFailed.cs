using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The contactor was opened and nothing proves that the shed is without power: somebody has to open the breaker by hand.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Cause">What stands against it.</param>
public sealed record ContactorFailed(DeviceId Device, DateTimeOffset At, Wording Cause) : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => true;
}
