namespace Gateway.Edge.Console.Status;

/// <summary>The devices, counted.</summary>
/// <param name="Kinds">Kind, devices online and devices in all, in the order of the hardware file.</param>
/// <param name="OpenTickets">Repair tickets that wait.</param>
public sealed record DeviceCounts(IReadOnlyList<(string Kind, int Online, int All)> Kinds, int OpenTickets);
