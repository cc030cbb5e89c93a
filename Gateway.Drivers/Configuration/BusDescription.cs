using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Configuration;

/// <summary>One bus. The only kind of this version is <c>simulated</c>.</summary>
/// <param name="Id">Id by which lines refer to it.</param>
/// <param name="Kind">Kind of bus.</param>
/// <param name="Simulation">How simulated doors behave.</param>
public sealed record BusDescription(string Id, string Kind, SimulatedDoorOptions Simulation);
