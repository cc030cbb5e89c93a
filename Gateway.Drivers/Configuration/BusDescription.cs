using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Configuration;

/// <summary>A bus of the hardware file.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Kind"><c>simulated</c>; further kinds come with their drivers.</param>
/// <param name="Simulation">How a simulated bus behaves.</param>
public sealed record BusDescription(string Id, string Kind, SimulationSettings Simulation);
