namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>Where a stay stands.</summary>
internal enum StayState
{
    /// <summary>The vehicle is in the compound.</summary>
    Inside,

    /// <summary>It was seen leaving.</summary>
    Left,

    /// <summary>It came again without having been seen leaving.</summary>
    LeftUnseen,

    /// <summary>It was seen leaving without having been seen entering.</summary>
    EnteredUnseen,

    /// <summary>Ended by hand.</summary>
    Corrected,
}
