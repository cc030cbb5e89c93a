namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What a lane answers to the guard.</summary>
internal enum LaneAnswer
{
    Done,

    /// <summary>The vehicle that was meant is there no more.</summary>
    Gone,

    /// <summary>Another vehicle stands before it.</summary>
    NotFirst,

    /// <summary>The arm is raised for it already.</summary>
    AlreadyOpen,

    /// <summary>The arm is held up: vehicles pass as they come.</summary>
    HeldUp,

    /// <summary>Fire: the arm is held up, and nobody orders anything.</summary>
    Fire,

    /// <summary>The lane has not come round in time, and does nothing about the order any more.</summary>
    Silent,
}
