using System.Globalization;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Journal;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Patrols;

/// <summary>Patrols and tickets in the journal: as health, under codes of their own.</summary>
internal static class PatrolRecords
{
    /// <summary>Code of a finished patrol.</summary>
    public const string Report = "patrol-report";

    /// <summary>Code of an opened ticket, also one that opens again.</summary>
    public const string Opened = "ticket-opened";

    /// <summary>Code of a closed ticket.</summary>
    public const string Closed = "ticket-closed";

    private const string Gateway = "gateway";

    public static JournalEntry Of(PatrolReport report)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["started"] = Text(report.Started),
            ["ended"] = Text(report.Ended),
            ["devices"] = Text(report.Devices),
            ["buses"] = Text(report.Buses),
            ["sound"] = Text(report.Sound),
            ["findings"] = Text(report.Findings),
            ["repairs"] = Text(report.Repairs),
        };
        return JournalEntry.Of(
            EventKind.DeviceHealth,
            EventPriority.Info,
            Gateway,
            new DeviceHealthData(Gateway, Gateway, nameof(DeviceState.Online), Report, PatrolSentences.Summary(report), details));
    }

    public static JournalEntry Of(TicketChange change)
    {
        var ticket = change.Ticket;
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ticket"] = Text(ticket.Id),
            ["finding"] = ticket.Code,
            ["firstSeen"] = Text(ticket.FirstSeen),
            ["lastSeen"] = Text(ticket.LastSeen),
            ["count"] = Text(ticket.Count),
        };
        return JournalEntry.Of(
            EventKind.DeviceHealth,
            change.Opened ? EventPriority.Normal : EventPriority.Info,
            ticket.Device,
            new DeviceHealthData(
                ticket.Device,
                ticket.Kind,
                change.State.ToString(),
                change.Opened ? Opened : Closed,
                change.Opened ? ticket.Words : PatrolSentences.Closed(ticket.Words),
                details));
    }

    private static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
