namespace Gateway.Edge.Passages.Vehicles;

/// <summary>How far a vehicle has come at a barrier.</summary>
internal enum VehicleState
{
    /// <summary>Seen; not its turn yet, or not on the loop before the arm.</summary>
    Seen,

    /// <summary>Decided, and the arm stays down for it: the guard's turn.</summary>
    Waiting,

    /// <summary>The arm is raised for it.</summary>
    Opened,

    /// <summary>Was sent away by the guard and still stands there.</summary>
    SentAway,
}
