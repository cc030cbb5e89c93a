namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>Either the stay as it now stands or the reasons for refusal, never both.</summary>
/// <param name="Stay">The stay; null when refused.</param>
/// <param name="Refusals">Every reason, field by field; empty when done.</param>
internal sealed record StayChange(Stay? Stay, IReadOnlyList<VehicleRefusal> Refusals);
