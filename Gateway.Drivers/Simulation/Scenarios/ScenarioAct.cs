namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>One thing that happens.</summary>
/// <param name="Target">Id of a device, <c>bus.ID</c> of a bus, or <c>uplink</c>.</param>
/// <param name="Deed">What happens to it.</param>
/// <param name="For">How long it lasts, where that matters.</param>
/// <param name="Value">A number that belongs to it, such as an outlet or a floor; null for none.</param>
/// <param name="Text">A text that belongs to it, such as a person's number; null for none.</param>
/// <param name="Vehicle">A vehicle that belongs to it; null for none.</param>
public sealed record ScenarioAct(string Target, string Deed, TimeSpan For, double? Value, string? Text, ScenarioVehicle? Vehicle = null);
