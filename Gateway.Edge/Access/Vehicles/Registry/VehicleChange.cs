namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Either the vehicle as it now stands or the reasons for refusal, never both.</summary>
/// <param name="Vehicle">The vehicle; null when refused.</param>
/// <param name="Refusals">Every reason, field by field; empty when done.</param>
internal sealed record VehicleChange(Vehicle? Vehicle, IReadOnlyList<VehicleRefusal> Refusals);
