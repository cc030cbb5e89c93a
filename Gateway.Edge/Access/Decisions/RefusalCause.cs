namespace Gateway.Edge.Access.Decisions;

/// <summary>Why a gate stayed closed for someone who is not simply unknown.</summary>
internal enum RefusalCause
{
    /// <summary>Was recognised, but nobody stands behind the subject any more.</summary>
    NoLongerRegistered,

    /// <summary>A print or a screen was shown.</summary>
    NotLive,

    /// <summary>The face was never clear enough.</summary>
    Unclear,

    /// <summary>The decision was to open, but the door could not be driven.</summary>
    GateFault,

    /// <summary>A tenant whose lease is over.</summary>
    LeaseEnded,

    /// <summary>A temporary worker without any grant.</summary>
    NoGrant,

    /// <summary>The grant was taken back.</summary>
    GrantRevoked,

    /// <summary>The grant's end has passed.</summary>
    GrantEnded,

    /// <summary>The grant has not begun.</summary>
    GrantNotBegun,

    /// <summary>The grant holds at other gates.</summary>
    WrongGate,

    /// <summary>The grant holds at other hours or on other days.</summary>
    WrongHour,

    /// <summary>The grant's entries are used up.</summary>
    NoEntriesLeft,

    /// <summary>The compound is locked down.</summary>
    BlockedByMode,

    /// <summary>A card that nobody holds.</summary>
    CardUnknown,

    /// <summary>A code that this compound did not make.</summary>
    CodeUnknown,

    /// <summary>A code that was made too long ago, such as a picture of one.</summary>
    CodeOld,

    /// <summary>A code that has opened a gate already.</summary>
    CodeUsed,

    /// <summary>A pass whose time is over.</summary>
    PassEnded,

    /// <summary>A pass that was taken back.</summary>
    PassRevoked,

    /// <summary>The gateway's clock has gone back: codes that were used would be good again.</summary>
    ClockBehind,

    /// <summary>Too many cards and codes that are nobody's were held to this reader.</summary>
    TooManyTried,

    /// <summary>A PIN that does not open this gate now, be it nobody's or somebody's: the answer does not tell which.</summary>
    PinWrong,
}
