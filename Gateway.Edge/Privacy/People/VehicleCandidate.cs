using Gateway.Edge.Access.Vehicles;

namespace Gateway.Edge.Privacy.People;

/// <summary>A vehicle that is the person's, or may be.</summary>
/// <param name="Vehicle">The vehicle.</param>
/// <param name="IsCertain">Name and flat agree, or it came with the person's grant; otherwise somebody has to decide.</param>
internal sealed record VehicleCandidate(Vehicle Vehicle, bool IsCertain);
