using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Patrols;

namespace Gateway.Edge.Console.Devices;

/// <summary>What the page tells of patrols.</summary>
/// <param name="Last">The newest report; null when there is none.</param>
/// <param name="Next">When the next one sets out; null for never.</param>
/// <param name="IsRunning">True while one is under way.</param>
public sealed record PatrolView(PatrolReport? Last, DateTimeOffset? Next, bool IsRunning)
{
    /// <summary>How far it has come; null while none is under way.</summary>
    public PatrolProgress? Progress { get; init; }

    /// <summary>When the newest one was cancelled; null where it came back.</summary>
    public DateTimeOffset? CancelledAt { get; init; }
}
