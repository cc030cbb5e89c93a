using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Edge.Console.Devices;

/// <summary>What the page tells of patrols.</summary>
/// <param name="Last">The newest report; null when there is none.</param>
/// <param name="Next">When the next one sets out; null for never.</param>
/// <param name="IsRunning">True while one is under way.</param>
public sealed record PatrolView(PatrolReport? Last, DateTimeOffset? Next, bool IsRunning);
