namespace Gateway.Edge.Console.Patrols;

/// <summary>What somebody can do with a ticket.</summary>
public enum TicketAct
{
    Take,
    Note,
    Done,
    NotAFault,
    Reopen,
}
