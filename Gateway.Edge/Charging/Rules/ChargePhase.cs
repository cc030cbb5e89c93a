namespace Gateway.Edge.Charging.Rules;

/// <summary>How far a session has come.</summary>
internal enum ChargePhase
{
    /// <summary>Switched on; nothing draws power yet.</summary>
    Waiting,

    /// <summary>The battery charges.</summary>
    Charging,

    /// <summary>The power falls: the battery is nearly full.</summary>
    Tapering,

    /// <summary>Nothing flows just now: unplugged, or between two batteries.</summary>
    Resting,
}
