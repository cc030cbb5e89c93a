using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Residents;

/// <summary>A vehicle on a resident's page.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Plate">Its plate.</param>
public sealed record CarLine(Guid Id, PlateView Plate);
