using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Patrols;

/// <summary>One page of the tickets that somebody asks for.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Tickets">This page's.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="HasMore">There is another page after this.</param>
/// <param name="Counts">Tickets in each part of the list.</param>
public sealed record TicketsView(
    TicketFilter Filter, IReadOnlyList<RepairTicket> Tickets, int Page, bool HasMore, IReadOnlyDictionary<string, int> Counts);
