namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Acts that come again and again, each at one of several targets, with exponentially distributed pauses.</summary>
/// <param name="Targets">Drawn from evenly.</param>
/// <param name="Act">What happens; its target is replaced.</param>
/// <param name="Every">Mean time between two.</param>
/// <param name="From">First possible time after the scenario's start.</param>
/// <param name="Until">No more after this; null for the scenario's end.</param>
/// <param name="Highest">The act's value is drawn from 1 to this, where it is set.</param>
internal sealed record ScenarioStream(
    IReadOnlyList<string> Targets, ScenarioAct Act, TimeSpan Every, TimeSpan From, TimeSpan? Until, int? Highest);
