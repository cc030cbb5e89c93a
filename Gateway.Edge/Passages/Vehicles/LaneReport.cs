using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Something about one vehicle at one barrier, to be put on record. Immutable.</summary>
/// <param name="Event">What.</param>
/// <param name="At">When, by the wall clock.</param>
/// <param name="Vehicle">The vehicle as it was then.</param>
/// <param name="Position">Where the arm was.</param>
/// <param name="Mode">The mode in force.</param>
internal sealed record LaneReport(LaneEvent Event, DateTimeOffset At, LaneVehicle Vehicle, BarrierPosition Position, BarrierMode Mode);
