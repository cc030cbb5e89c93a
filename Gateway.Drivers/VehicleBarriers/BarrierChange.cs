namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Something to report, and when on the machine's monotonic scale.</summary>
internal readonly record struct BarrierChange(BarrierEvent Event, TimeSpan At, BarrierReason? Reason = null);
