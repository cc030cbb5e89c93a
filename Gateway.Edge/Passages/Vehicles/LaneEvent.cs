namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What a lane reports of a vehicle.</summary>
internal enum LaneEvent
{
    /// <summary>Was decided on, by its plate or by the guard; again where its plate turned out to be another.</summary>
    Decided,

    /// <summary>The arm was raised for it, and now its plate turns out to be one for which it would have stayed down.</summary>
    Mistaken,

    /// <summary>Passed under the arm.</summary>
    Passed,

    /// <summary>Follows another through without having been let in.</summary>
    Tailgated,

    /// <summary>Has been waiting for long.</summary>
    WaitsLong,

    /// <summary>Left again without passing, after it had been decided on.</summary>
    Left,

    /// <summary>The arm was raised for it and closed again without it.</summary>
    NotUsed,
}
