namespace Gateway.Edge.Privacy.People;

/// <summary>A vehicle that belongs to a person.</summary>
/// <param name="Id">Id in the vehicles' registry.</param>
/// <param name="Plate">Its number, such as <c>京A12345</c>.</param>
internal sealed record SubjectVehicle(Guid Id, string Plate);
