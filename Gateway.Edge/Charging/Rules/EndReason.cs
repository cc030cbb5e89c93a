namespace Gateway.Edge.Charging.Rules;

/// <summary>Why a session ended. Stored by number: new ones are appended.</summary>
internal enum EndReason
{
    /// <summary>The power has tapered: the battery is full.</summary>
    Full,

    /// <summary>The longest time is over.</summary>
    TimeLimit,

    /// <summary>More power than a charger draws, or than the outlet may give.</summary>
    Overload,

    /// <summary>The outlet or the shed is too hot, or the outlet warmed too much.</summary>
    Heat,

    /// <summary>There is smoke in the shed.</summary>
    Smoke,

    /// <summary>No battery charger draws power like that.</summary>
    NotACharger,

    /// <summary>The plug came and went too often.</summary>
    Reconnects,

    /// <summary>Whoever started it ended it.</summary>
    StoppedByYou,

    /// <summary>The property's staff ended it.</summary>
    StoppedByProperty,

    /// <summary>The shed, its meter or the gateway lost power.</summary>
    PowerFailure,

    /// <summary>Nothing flows any more, and it was not full.</summary>
    Unplugged,

    /// <summary>Nothing was plugged in.</summary>
    NothingPlugged,

    /// <summary>The compound does not charge at night.</summary>
    Night,

    /// <summary>Another outlet of the shed is too hot.</summary>
    NeighbourHeat,

    /// <summary>The gateway was stopped in order.</summary>
    GatewayStopped,

    /// <summary>A relay, contactor or meter does not do what it should.</summary>
    Fault,
}
