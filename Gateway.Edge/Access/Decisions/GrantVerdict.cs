namespace Gateway.Edge.Access.Decisions;

/// <summary>What one grant says of one attempt, from the farthest from letting in to the nearest.</summary>
internal enum GrantVerdict
{
    /// <summary>Was taken back.</summary>
    Revoked,

    /// <summary>Its end has passed.</summary>
    Ended,

    /// <summary>Has not begun.</summary>
    NotYet,

    /// <summary>Holds elsewhere.</summary>
    WrongGate,

    /// <summary>Holds here, at other hours or on other days.</summary>
    WrongHour,

    /// <summary>All entries are used.</summary>
    NoEntriesLeft,

    /// <summary>The worker is expected here and now.</summary>
    Expected,
}
