using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Simulation;

/// <summary>A simulated bus of the hardware file.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Simulation">How what stands behind its lines behaves.</param>
public sealed record SimulatedBusDescription(string Id, SimulationSettings Simulation) : BusDescription(Id, SimulatedBusKind.Name);
