namespace Gateway.Drivers.VehicleBarriers;

/// <summary>The barrier at one moment.</summary>
internal sealed record BarrierView(BarrierPosition Position, BarrierMode Mode, BarrierFault? Fault);
