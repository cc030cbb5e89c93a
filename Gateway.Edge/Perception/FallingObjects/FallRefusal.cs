namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Why something that came down is no fall.</summary>
internal enum FallRefusal
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>No free fall fits it at all.</summary>
    NoFall,

    /// <summary>Seen in too few frames, too briefly or with too many gaps.</summary>
    TooFewPoints,

    /// <summary>It did not come down far enough.</summary>
    TooShort,

    /// <summary>Most of it was seen where things move all the time.</summary>
    Restless,

    /// <summary>Other things moved around it, and it was not seen often enough to be told from what moves by chance.</summary>
    Crowded,

    /// <summary>It lies off the curve.</summary>
    OffCurve,

    /// <summary>It does not accelerate beyond doubt: rain, a vehicle, a gondola.</summary>
    NotAccelerating,

    /// <summary>It accelerates, but not as gravity makes it: a bird, a person, a bump.</summary>
    NotGravity,

    /// <summary>It moved along more than down.</summary>
    TooLevel,

    /// <summary>It is larger than what is thrown from a window.</summary>
    TooLarge,

    /// <summary>Each test is passed barely.</summary>
    Doubtful,
}
