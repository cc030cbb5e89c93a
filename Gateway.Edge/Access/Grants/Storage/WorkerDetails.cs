namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>What a worker's row holds about people: sealed on the disk.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Phone">Whole number; null for none.</param>
/// <param name="ConsentBy">Who consented to the use of the face; null without one.</param>
internal sealed record WorkerDetails(string Name, string? Phone, string? ConsentBy);
