namespace Gateway.Edge.Access.Grants.Compound;

/// <summary>A tenant's lease: access ends with it.</summary>
/// <param name="Resident">Id of the resident.</param>
/// <param name="End">When it ends.</param>
/// <param name="IsDue">It ends soon, or has ended: the office reminds the tenant.</param>
internal sealed record Lease(Guid Resident, DateTimeOffset End, bool IsDue);
