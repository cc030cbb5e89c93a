namespace Gateway.Edge.Access.Grants.Api;

/// <summary>Body of a lockdown.</summary>
/// <param name="Active">Locked down, or no longer.</param>
internal sealed record LockdownRequest(bool Active);
