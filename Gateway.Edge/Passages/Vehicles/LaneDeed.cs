using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What a lane wants done, in order.</summary>
internal abstract record LaneDeed
{
    private LaneDeed()
    {
    }

    /// <summary>Raise the arm; what is to be recorded with it, once that is done.</summary>
    /// <param name="Order">Who orders it, and why.</param>
    /// <param name="Report">The decision; null for a raise that is for no vehicle that the lane knows.</param>
    internal sealed record Raise(BarrierReason Order, LaneReport? Report) : LaneDeed;

    /// <summary>Put something on record.</summary>
    internal sealed record Tell(LaneReport Report) : LaneDeed;
}
