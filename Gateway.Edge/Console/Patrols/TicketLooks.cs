using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Patrols;

/// <summary>How a ticket looks: colour, icon and word.</summary>
internal static class TicketLooks
{
    public static (Tone Tone, string Icon, LocalizedText Word) Of(RepairTicket ticket) => ticket.State switch
    {
        TicketState.Open => (Tone.High, "tool", TicketTexts.Open),
        TicketState.Taken => (Tone.Normal, "user", TicketTexts.Taken),
        TicketState.Done => (Tone.Normal, "clock", TicketTexts.Done),
        TicketState.NotAFault => (Tone.Unknown, "ban", TicketTexts.NotAFault),
        _ => (Tone.Good, "check", TicketTexts.Closed),
    };

    /// <summary>Word for something that happened.</summary>
    public static LocalizedText Of(TicketEventKind what) => what switch
    {
        TicketEventKind.Opened => TicketTexts.EventOpened,
        TicketEventKind.Reopened => TicketTexts.EventReopened,
        TicketEventKind.Closed => TicketTexts.EventClosed,
        TicketEventKind.Taken => TicketTexts.EventTaken,
        TicketEventKind.Done => TicketTexts.EventDone,
        TicketEventKind.NotAFault => TicketTexts.EventNotAFault,
        _ => TicketTexts.EventNote,
    };
}
