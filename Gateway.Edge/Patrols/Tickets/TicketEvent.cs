using Gateway.Cloud.Contract;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>Something that happened to a ticket.</summary>
/// <param name="At">When.</param>
/// <param name="What">Which of the things that can happen.</param>
/// <param name="Words">The fault, why it closed, or the note.</param>
/// <param name="By">Log-in name of whoever did it; null for the gateway itself.</param>
public sealed record TicketEvent(DateTimeOffset At, TicketEventKind What, LocalizedText Words, string? By = null);
