using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>An outlet was cut off and nothing proves that it is without power. The shed's contactor is opened, where there is one.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="At">When.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Reason">Why it was cut off.</param>
/// <param name="Cause">What stands against it: power that still flows, a silent meter, a relay that cannot be driven.</param>
/// <param name="Power">Power that still flows, W; null where the meter is silent.</param>
public sealed record CutOffFailed(DeviceId Device, DateTimeOffset At, string Outlet, Wording Reason, Wording Cause, double? Power)
    : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => true;
}
