namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What became of a vehicle at a barrier.</summary>
internal enum VehicleEnd
{
    /// <summary>Passed under the arm that was raised for it.</summary>
    Passed,

    /// <summary>Passed though nothing was raised for it: it followed another, or the arm was up.</summary>
    Followed,

    /// <summary>Left again without passing.</summary>
    Left,

    /// <summary>The arm was raised for it, and it did not pass.</summary>
    NotUsed,
}
