namespace Gateway.Edge.Console.Status;

/// <summary>The gateway at one moment, in words.</summary>
/// <param name="Attention">What needs somebody, the worst first; empty when all is well.</param>
/// <param name="Gates">What the gates show.</param>
/// <param name="Kinds">The devices, counted by kind.</param>
/// <param name="Uplink">The way to the station.</param>
/// <param name="Journal">The journal.</param>
/// <param name="Residents">The registry, counted; no names.</param>
/// <param name="Vehicles">Vehicles inside, and barriers that are worked by hand.</param>
public sealed record StatusView(
    IReadOnlyList<AttentionItem> Attention,
    IReadOnlyList<GateLine> Gates,
    DeviceCounts Kinds,
    IReadOnlyList<Fact> Uplink,
    IReadOnlyList<Fact> Journal,
    IReadOnlyList<Fact> Residents,
    IReadOnlyList<Fact> Vehicles);
