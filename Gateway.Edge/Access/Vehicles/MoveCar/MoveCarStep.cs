namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>How far a request to move a vehicle has come, as whoever asked sees it.</summary>
internal enum MoveCarStep
{
    /// <summary>The owner is told, where one is registered.</summary>
    Telling,

    /// <summary>The owner comes within some minutes.</summary>
    Coming,

    /// <summary>No answer: call the guard. Says nothing about whether there is an owner.</summary>
    CallTheGuard,

    /// <summary>The guard has dealt with it.</summary>
    Closed,
}
