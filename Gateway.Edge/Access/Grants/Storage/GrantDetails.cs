namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>What a grant's row holds about people: sealed on the disk.</summary>
/// <param name="Host">The flat, the resident or the work order.</param>
internal sealed record GrantDetails(string Host);
