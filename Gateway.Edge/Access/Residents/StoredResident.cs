namespace Gateway.Edge.Access.Residents;

/// <summary>What is written of one resident.</summary>
/// <param name="Resident">As the resident is from now on.</param>
/// <param name="Phone">The phone number; null for none. Only where <paramref name="KeepPhone"/> is false.</param>
/// <param name="KeepPhone">The number on the disk stays as it is.</param>
/// <param name="Face">The face in place of any other; null leaves what is there.</param>
internal sealed record StoredResident(Resident Resident, string? Phone, bool KeepPhone, StoredFace? Face = null);
