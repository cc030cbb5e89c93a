namespace Gateway.Edge.Access.Grants.Api;

/// <summary>Body of a lease.</summary>
/// <param name="End">When it ends; null for no end.</param>
internal sealed record LeaseRequest(DateTimeOffset? End);
