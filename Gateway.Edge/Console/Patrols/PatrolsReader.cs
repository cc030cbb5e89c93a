using Gateway.Edge.Console.Devices;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Patrols;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Patrols;

/// <summary>Puts together what the page of patrols and tickets shows. Safe for use by several threads.</summary>
internal sealed class PatrolsReader(TicketBook book, PatrolService patrols)
{
    /// <summary>Tickets of one page.</summary>
    public const int Rows = 50;

    /// <summary>Patrols that the page names; the others are in the file that can be downloaded.</summary>
    public const int Shown = 14;

    /// <summary>How the patrols stand.</summary>
    public PatrolView Patrol() => new(patrols.Last, patrols.Next, patrols.IsRunning) { Progress = patrols.Progress, CancelledAt = patrols.CancelledAt };

    /// <summary>The newest patrols.</summary>
    public IReadOnlyList<PatrolLine> Lines() => [.. patrols.History.Take(Shown)];

    /// <summary>One page of tickets.</summary>
    public TicketsView Tickets(TicketFilter filter, int page, Language language)
    {
        var all = book.All;
        var found = all.Where(ticket => filter.Takes(ticket, language)).Skip((page - 1) * Rows).Take(Rows + 1).ToList();
        return new TicketsView(
            filter,
            [.. found.Take(Rows)],
            page,
            found.Count > Rows,
            TicketFilter.Parts.ToDictionary(part => part, part => all.Count(ticket => TicketFilter.IsIn(ticket, part, filter.Me)), StringComparer.Ordinal));
    }

    /// <summary>Every ticket that is asked for.</summary>
    public IReadOnlyList<RepairTicket> All(TicketFilter filter, Language language) => [.. book.All.Where(ticket => filter.Takes(ticket, language))];

    /// <summary>Kinds of device that have tickets.</summary>
    public IReadOnlyList<string> Kinds() => [.. book.All.Select(ticket => ticket.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
