namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>How a vehicle stands in the way.</summary>
internal enum ParkingKind
{
    /// <summary>On the lane that fire engines need.</summary>
    FireLane,

    /// <summary>Beside another parked vehicle, which cannot leave.</summary>
    DoubleParking,
}
