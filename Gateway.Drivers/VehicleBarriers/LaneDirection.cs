namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Which way vehicles pass a barrier.</summary>
public enum LaneDirection
{
    /// <summary>Into the compound.</summary>
    In,

    /// <summary>Out of the compound.</summary>
    Out,

    /// <summary>One lane for both.</summary>
    Both,
}
