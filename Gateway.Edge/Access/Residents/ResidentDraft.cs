namespace Gateway.Edge.Access.Residents;

/// <summary>What was typed about a resident.</summary>
/// <param name="Name">1 to 40 characters.</param>
/// <param name="Unit">1 to 32 characters.</param>
/// <param name="Phone">The phone number; the masked number of who is registered, or null, leaves it as it is; empty text for none.</param>
internal sealed record ResidentDraft(string Name, string Unit, string? Phone = null);
