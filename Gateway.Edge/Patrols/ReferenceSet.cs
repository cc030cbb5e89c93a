namespace Gateway.Edge.Patrols;

/// <summary>A camera's present view is the one that patrols compare with.</summary>
/// <param name="Device">Device id.</param>
/// <param name="At">Since when.</param>
internal sealed record ReferenceSet(string Device, DateTimeOffset At);
