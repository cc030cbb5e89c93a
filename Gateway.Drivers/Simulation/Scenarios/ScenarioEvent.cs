namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>An act at a set time after the scenario's start.</summary>
internal sealed record ScenarioEvent(TimeSpan At, ScenarioAct Act);
