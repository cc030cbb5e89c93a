namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Either the report as it now stands or the reasons for refusal, never both.</summary>
/// <param name="Report">The report; null when refused.</param>
/// <param name="Refusals">Every reason, field by field; empty when done.</param>
internal sealed record ParkingChange(ParkingReport? Report, IReadOnlyList<VehicleRefusal> Refusals);
