namespace Gateway.Edge.Access.Grants;

/// <summary>The compound's time zone.</summary>
/// <param name="Zone">The zone.</param>
internal sealed record GrantZone(TimeZoneInfo Zone);
