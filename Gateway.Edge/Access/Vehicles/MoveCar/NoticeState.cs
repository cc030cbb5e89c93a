namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Where a notice to an owner stands, as the guard sees it.</summary>
internal enum NoticeState
{
    /// <summary>On its way through the property's message service.</summary>
    Sending,

    /// <summary>The message service has taken it; no answer yet.</summary>
    Told,

    /// <summary>The guard has to call: nobody is registered, no number is known, the message did not get through, or no answer came.</summary>
    ToCall,

    /// <summary>The owner answered that they are coming.</summary>
    Coming,

    /// <summary>The owner answered that it is not their vehicle.</summary>
    NotMine,

    /// <summary>The guard has dealt with it, or it is over.</summary>
    Closed,
}
