namespace Gateway.Edge.Access.Vehicles;

/// <summary>What a barrier answers to a vehicle.</summary>
internal enum VehicleOutcome
{
    /// <summary>A resident's vehicle.</summary>
    OpenedResident,

    /// <summary>A visitor's in its window.</summary>
    OpenedVisitor,

    /// <summary>A temporary worker's in its window.</summary>
    OpenedWorker,

    /// <summary>On its way out; nothing is owed.</summary>
    OpenedLeaving,

    /// <summary>Not registered: the guard decides.</summary>
    Unknown,

    /// <summary>On the deny list.</summary>
    Denied,

    /// <summary>Before its window, or outside its weekly hours.</summary>
    NotNow,

    /// <summary>Its window is over.</summary>
    Ended,

    /// <summary>Has used all its entries.</summary>
    NoEntriesLeft,

    /// <summary>On its way out after more than its free or paid minutes: the guard settles it.</summary>
    Overstayed,

    /// <summary>All places are taken.</summary>
    Full,

    /// <summary>A plate that cannot be read, or only below the threshold: the guard looks.</summary>
    Unreadable,

    /// <summary>Was to be let through, but the barrier could not be raised: the guard looks.</summary>
    BarrierFault,

    /// <summary>Let through by the guard's hand.</summary>
    OpenedByGuard,

    /// <summary>Turned away by the guard, this once.</summary>
    SentAway,
}
