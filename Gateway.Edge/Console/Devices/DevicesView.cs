using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Devices;

/// <summary>The devices at one moment.</summary>
/// <param name="Groups">By kind, in the order of the hardware file.</param>
/// <param name="Buses">What they are wired to.</param>
/// <param name="Patrol">The patrols.</param>
/// <param name="Tickets">Open tickets, and those that closed lately.</param>
internal sealed record DevicesView(
    IReadOnlyList<DeviceGroup> Groups, IReadOnlyList<DeviceRow> Buses, PatrolView Patrol, IReadOnlyList<RepairTicket> Tickets);
