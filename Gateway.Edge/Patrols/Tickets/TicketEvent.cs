using Gateway.Cloud.Contract;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>Something that happened to a ticket.</summary>
/// <param name="At">When.</param>
/// <param name="What">Opened, reopened, closed, or noted.</param>
/// <param name="Words">The fault, why it closed, or the note.</param>
public sealed record TicketEvent(DateTimeOffset At, TicketEventKind What, LocalizedText Words);
