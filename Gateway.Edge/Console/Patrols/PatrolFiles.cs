using System.Globalization;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Patrols;

/// <summary>Tickets and patrols as tables for spreadsheets.</summary>
internal static class PatrolFiles
{
    /// <summary>One line a ticket, below a line of headings.</summary>
    public static byte[] Tickets(IEnumerable<RepairTicket> tickets, ConsoleClock clock, Language language) => Encode(
        [
            TicketTexts.Number, TicketTexts.Device, TicketTexts.DeviceId, TicketTexts.Kind, TicketTexts.Code, TicketTexts.Fault, TicketTexts.Value, TicketTexts.StateOf,
            TicketTexts.FirstSeen, TicketTexts.LastSeen, TicketTexts.Seen, TicketTexts.TakenBy, TicketTexts.ClosedAt, TicketTexts.LastNote,
        ],
        tickets.Select(ticket => (string?[])
        [
            ticket.Id.ToString(CultureInfo.InvariantCulture), language[ticket.Name], ticket.Device, language[KindTexts.Name(ticket.Kind)], ticket.Code, language[ticket.Words], ticket.Value,
            language[TicketLooks.Of(ticket).Word], clock.Exact(ticket.FirstSeen), clock.Exact(ticket.LastSeen), ticket.Count.ToString(CultureInfo.InvariantCulture),
            ticket.TakenBy, ticket.ClosedAt is { } closed ? clock.Exact(closed) : "", ticket.History.LastOrDefault(happened => happened.By is not null && happened.Words.En.Length > 0) is { } last ? language[last.Words] : "",
        ]),
        language);

    /// <summary>One line a finding; a patrol that found nothing has one line that says so.</summary>
    public static byte[] Findings(IEnumerable<PatrolReport> reports, ConsoleClock clock, Language language) => Encode(
        [TicketTexts.PatrolAt, TicketTexts.Device, TicketTexts.DeviceId, TicketTexts.Kind, TicketTexts.Code, TicketTexts.Finding, TicketTexts.Value, TicketTexts.NeedsRepair],
        reports.SelectMany(report => Lines(report, clock.Exact(report.Started), language)),
        language);

    private static IEnumerable<string?[]> Lines(PatrolReport report, string at, Language language)
    {
        if (report.Findings == 0)
        {
            yield return [at, "", "", "", "", language[TicketTexts.NothingFound], "", ""];
        }

        foreach (var entry in report.Entries)
        {
            foreach (var finding in entry.Findings)
            {
                yield return
                [
                    at, language[entry.Name.Localized()], entry.Device, language[KindTexts.Name(entry.Kind)], finding.Code, language[finding.Words.Localized()], finding.Value,
                    language[finding.NeedsRepair ? TicketTexts.Yes : TicketTexts.No],
                ];
            }
        }
    }

    private static byte[] Encode(Cloud.Contract.LocalizedText[] headings, IEnumerable<string?[]> rows, Language language) =>
        CsvText.Encode(CsvWriter.Write([headings.Select(heading => (string?)language[heading]), .. rows]));
}
