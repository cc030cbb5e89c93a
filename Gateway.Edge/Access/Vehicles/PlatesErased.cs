namespace Gateway.Edge.Access.Vehicles;

/// <summary>How much was erased of a person's vehicles.</summary>
/// <param name="Vehicles">Registrations.</param>
/// <param name="Stays">Stays.</param>
/// <param name="Notices">Move-car notices for them, or asked for by the person.</param>
/// <param name="Reports">Parking reports.</param>
/// <param name="Pictures">Pictures of those reports.</param>
internal sealed record PlatesErased(int Vehicles, int Stays, int Notices, int Reports, int Pictures);
