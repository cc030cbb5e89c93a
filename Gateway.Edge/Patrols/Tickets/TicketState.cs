namespace Gateway.Edge.Patrols.Tickets;

/// <summary>How a ticket stands.</summary>
public enum TicketState
{
    /// <summary>Nobody sees to it yet.</summary>
    Open,

    /// <summary>Somebody sees to it.</summary>
    Taken,

    /// <summary>Somebody says that it is mended; the next look at the device has to bear it out.</summary>
    Done,

    /// <summary>The fault has gone.</summary>
    Closed,

    /// <summary>Somebody says that this is no fault.</summary>
    NotAFault,
}
