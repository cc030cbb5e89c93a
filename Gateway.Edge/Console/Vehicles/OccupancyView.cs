namespace Gateway.Edge.Console.Vehicles;

/// <summary>How full the compound is, and who waits for the guard.</summary>
/// <param name="Inside">Vehicles in the compound.</param>
/// <param name="Capacity">Places; null where the site sets none.</param>
/// <param name="Visitors">Of those inside, the ones that are no resident's.</param>
/// <param name="VisitorCapacity">Places for those; null where the site sets none.</param>
/// <param name="Overstaying">Vehicles that stay too long.</param>
/// <param name="Full">No vehicle that is no resident's is let in.</param>
/// <param name="MoveCar">Requests to move a vehicle that wait.</param>
public sealed record OccupancyView(int Inside, int? Capacity, int Visitors, int? VisitorCapacity, int Overstaying, bool Full, int MoveCar);
