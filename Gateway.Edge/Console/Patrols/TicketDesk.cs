using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Access;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Gateway.Edge.Patrols;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Patrols;

/// <summary>Does with tickets what people order: puts it on record, then does it, and tells the journal what opened or closed. Safe for several threads.</summary>
internal sealed class TicketDesk(TicketBook book, TicketJournal told, IPatrolSubjects subjects, IJournal journal, TimeProvider time, ILogger<TicketDesk> logger)
{
    /// <summary>Does it.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="act">What.</param>
    /// <param name="text">The note or reason; only taking a ticket needs none.</param>
    /// <param name="context">Of whoever orders it.</param>
    /// <returns>Why it was not done, and whether that is for want of the journal; null where it was.</returns>
    public async Task<(LocalizedText Words, bool IsUnrecorded)?> DoAsync(long id, TicketAct act, string? text, HttpContext context)
    {
        var said = text?.Trim() ?? "";
        if (act != TicketAct.Take && said.Length is 0 or > NoteRequest.Longest)
        {
            return (act == TicketAct.NotAFault ? TicketTexts.NoReason : TicketTexts.NoNote, false);
        }

        var by = context.User.Identity?.Name ?? "unknown";
        if (book.Find(id) is not { } ticket || Changed(ticket, act, said, by) is null)
        {
            return (TicketTexts.NotNow, false);
        }

        if (await ActionAudit.RecordAsync(journal, logger, context, NameOf(act), ticket.Device, TicketTexts.Audit(act, ticket, said)) is { } unrecorded)
        {
            var detail = unrecorded.ProblemDetails.Detail ?? "";
            return (new LocalizedText($"没有执行，因为无法记录：{detail}", detail), true);
        }

        var wasOpen = ticket.IsOpen;
        if (book.Change(id, now => Changed(now, act, said, by)) is not { } changed)
        {
            return (TicketTexts.NotNow, false);
        }

        if (changed.IsOpen != wasOpen)
        {
            var state = subjects.Subjects.FirstOrDefault(subject => subject.Id.Value == changed.Device)?.Health.State ?? DeviceState.Offline;
            await told.AppendAsync([new TicketChange(changed, changed.IsOpen, state)]);
        }

        return null;
    }

    private RepairTicket? Changed(RepairTicket ticket, TicketAct act, string text, string by) => act switch
    {
        TicketAct.Take => TicketActs.Take(ticket, by, time.GetUtcNow()),
        TicketAct.Done => TicketActs.Done(ticket, text, by, time.GetUtcNow()),
        TicketAct.NotAFault => TicketActs.NotAFault(ticket, text, by, time.GetUtcNow()),
        TicketAct.Reopen => TicketActs.Reopen(ticket, text, by, time.GetUtcNow()),
        _ => TicketActs.Note(ticket, text, by, time.GetUtcNow()),
    };

    private static string NameOf(TicketAct act) => act switch
    {
        TicketAct.Take => "ticket-take",
        TicketAct.Done => "ticket-done",
        TicketAct.NotAFault => "ticket-not-a-fault",
        TicketAct.Reopen => "ticket-reopen",
        _ => "ticket-note",
    };
}
