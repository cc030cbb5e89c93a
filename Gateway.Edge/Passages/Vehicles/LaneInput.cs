using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Something that happens to a lane.</summary>
/// <param name="Tell">Tells the machine.</param>
/// <param name="Done">Completed once what follows has been done: with the fault of an order that could not be given, or null.</param>
/// <param name="Observed">The passage that it tells of, which is on record nowhere else; null for anything else.</param>
internal sealed record LaneInput(Action<LaneMachine, Moment> Tell, TaskCompletionSource<Exception?>? Done = null, BarrierObserved? Observed = null);
