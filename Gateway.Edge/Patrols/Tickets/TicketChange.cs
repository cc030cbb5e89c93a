using Gateway.Drivers.Devices;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>A ticket that opened or closed.</summary>
/// <param name="Ticket">As it stands now.</param>
/// <param name="Opened">True when it opened, or opened again.</param>
/// <param name="State">The device's state.</param>
internal sealed record TicketChange(RepairTicket Ticket, bool Opened, DeviceState State);
