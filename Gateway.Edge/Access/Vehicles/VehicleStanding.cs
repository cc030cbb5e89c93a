namespace Gateway.Edge.Access.Vehicles;

/// <summary>On what footing a registered vehicle stands.</summary>
internal enum VehicleStanding
{
    /// <summary>Belongs to a resident; passes until removed, or until its end where it has one.</summary>
    Resident,

    /// <summary>Visits a resident, in a window of time, for a number of entries.</summary>
    Visitor,

    /// <summary>A temporary worker's, likewise.</summary>
    Worker,

    /// <summary>May not enter; matched exactly, never fuzzily.</summary>
    Denied,
}
