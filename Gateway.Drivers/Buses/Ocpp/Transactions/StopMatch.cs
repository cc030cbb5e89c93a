namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>How the transaction of a StopTransaction was found.</summary>
internal enum StopMatch
{
    /// <summary>By its id.</summary>
    ById,

    /// <summary>The id is unknown, and exactly one running transaction fits by card, time and meter.</summary>
    Guessed,

    /// <summary>The charger has said the same before.</summary>
    Repeated,

    /// <summary>None fits, or several do.</summary>
    Orphan,
}
