namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Where a parking report stands.</summary>
internal enum ParkingState
{
    /// <summary>Nobody has done anything yet.</summary>
    Open,

    /// <summary>A message to the owner is on its way, or was sent.</summary>
    OwnerTold,

    /// <summary>The lane is free.</summary>
    Resolved,

    /// <summary>No message can reach the owner: the guard calls, or looks.</summary>
    ToCall,
}
