using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>A vehicle as a scenario names it. Immutable.</summary>
/// <param name="Plates">One of them is drawn each time; none for a vehicle without a plate.</param>
/// <param name="Look">How the plates are made; null for the usual make of each.</param>
/// <param name="Tailgates">It follows the one before it without a raise of its own.</param>
/// <param name="Leaves">It comes from inside, and the camera sees its rear.</param>
/// <param name="Dirt">On its plate, 0 clean to 1 hardly to be read.</param>
/// <param name="Covered">Share of its plate that is hidden, 0..1.</param>
public sealed record ScenarioVehicle(IReadOnlyList<string> Plates, PlateLook? Look, bool Tailgates, bool Leaves, double Dirt, double Covered);
