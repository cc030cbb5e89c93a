namespace Gateway.Edge.Console.Events;

/// <summary>Somebody whose records may be asked for.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Place">Flat; null for a temporary worker.</param>
public sealed record EventPerson(Guid Id, string Name, string? Place);
