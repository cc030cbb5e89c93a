namespace Gateway.Edge.Patrols.Tickets;

/// <summary>What can happen to a ticket.</summary>
internal enum TicketEventKind
{
    Opened,
    Reopened,
    Closed,
    Note,
}
