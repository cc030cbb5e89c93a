using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>A barrier did something.</summary>
/// <param name="Device">The barrier.</param>
/// <param name="At">When.</param>
/// <param name="Event">What.</param>
/// <param name="Position">Where the arm was when this was reported.</param>
/// <param name="Mode">The mode then in force.</param>
/// <param name="Reason">Who ordered it and why; null for what the barrier did by itself.</param>
public sealed record BarrierObserved(
    DeviceId Device, DateTimeOffset At, BarrierEvent Event, BarrierPosition Position, BarrierMode Mode, BarrierReason? Reason) : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => Event == BarrierEvent.FireOverride;
}
