namespace Gateway.Edge.Access.Grants.Api;

/// <summary>Body of a renewal or a shortening.</summary>
/// <param name="Until">The new end.</param>
internal sealed record NewEnd(DateTimeOffset Until);
