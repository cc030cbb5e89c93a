namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Something beyond the simulated devices that a scenario can act on; registered with the host's services.</summary>
/// <param name="Name">What scenarios call it.</param>
/// <param name="Target">What acts.</param>
public sealed record NamedTarget(string Name, IScenarioTarget Target);
