namespace Gateway.Edge.Console.Grants;

/// <summary>A card that a worker holds.</summary>
/// <param name="Id">The pass.</param>
/// <param name="Hint">Its last three characters.</param>
public sealed record HandoverCard(Guid Id, string Hint);
