namespace Gateway.Edge.Patrols.Tickets;

/// <summary>What can happen to a ticket.</summary>
public enum TicketEventKind
{
    Opened,
    Reopened,
    Closed,
    Note,
    Taken,
    Done,
    NotAFault,
}
