namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Where a parking report stands.</summary>
internal enum ParkingState
{
    /// <summary>Nobody has done anything yet.</summary>
    Open,

    /// <summary>The owner was asked to move it.</summary>
    OwnerTold,

    /// <summary>The lane is free.</summary>
    Resolved,
}
