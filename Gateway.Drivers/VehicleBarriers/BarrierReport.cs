namespace Gateway.Drivers.VehicleBarriers;

/// <summary>What a barrier has to say: an event, or null where only its state changed; and its state then.</summary>
/// <param name="Change">The event.</param>
/// <param name="At">The event's or the change's time.</param>
/// <param name="View">The state after it.</param>
internal sealed record BarrierReport(BarrierChange? Change, DateTimeOffset At, BarrierView View);
