using Gateway.Cloud.Contract;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>What people do with tickets. Pure; null where the act does not fit how the ticket stands.</summary>
internal static class TicketActs
{
    /// <summary>So long nobody is told again of what somebody called no fault.</summary>
    public static readonly TimeSpan Excuse = TimeSpan.FromDays(30);

    private static readonly LocalizedText s_nothing = new("", "");

    /// <summary>Somebody sees to it, also in the place of another.</summary>
    public static RepairTicket? Take(RepairTicket ticket, string by, DateTimeOffset now) => ticket is { IsOpen: true } && (ticket.TakenBy != by || ticket.DoneAt is not null)
        ? (ticket with { TakenBy = by, DoneAt = null }).With(new TicketEvent(now, TicketEventKind.Taken, s_nothing, by))
        : null;

    /// <summary>Somebody says that it is mended. It stays open until the device was looked at.</summary>
    public static RepairTicket? Done(RepairTicket ticket, string note, string by, DateTimeOffset now) => ticket is { IsOpen: true, DoneAt: null }
        ? (ticket with { DoneAt = now, TakenBy = ticket.TakenBy ?? by, SoundPatrols = 0 }).With(new TicketEvent(now, TicketEventKind.Done, Said(note), by))
        : null;

    /// <summary>Somebody says that this is no fault: it closes, and stays closed for <see cref="Excuse"/> however often it is found.</summary>
    public static RepairTicket? NotAFault(RepairTicket ticket, string reason, string by, DateTimeOffset now) => ticket.IsOpen
        ? (ticket with { ClosedAt = now, ExcusedUntil = now + Excuse, DoneAt = null }).With(new TicketEvent(now, TicketEventKind.NotAFault, Said(reason), by))
        : null;

    /// <summary>Somebody opens again what was closed.</summary>
    public static RepairTicket? Reopen(RepairTicket ticket, string note, string by, DateTimeOffset now) => ticket.IsOpen
        ? null
        : (ticket with { ClosedAt = null, ExcusedUntil = null, DoneAt = null, TakenBy = null, OpenedAt = now, SoundPatrols = 0 })
            .With(new TicketEvent(now, TicketEventKind.Reopened, Said(note), by));

    /// <summary>Somebody notes something.</summary>
    public static RepairTicket Note(RepairTicket ticket, string text, string? by, DateTimeOffset now) =>
        ticket.With(new TicketEvent(now, TicketEventKind.Note, Said(text), by));

    private static LocalizedText Said(string text) => new(text, text);
}
