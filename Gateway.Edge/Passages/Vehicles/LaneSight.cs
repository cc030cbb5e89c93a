namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Whether plates decide at a barrier.</summary>
internal enum LaneSight
{
    /// <summary>No plate camera or no lane is described: the barrier is worked by hand or by others.</summary>
    None,

    /// <summary>Waiting for the first picture.</summary>
    Starting,

    /// <summary>Plates are read and decided on.</summary>
    Works,

    /// <summary>Nothing can be read at present: the guard works the barrier. Ends by itself.</summary>
    ByHand,
}
