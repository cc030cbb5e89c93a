namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Where the arm is: told by its limit switches where there are any, otherwise reckoned from its travel time.</summary>
public enum BarrierPosition
{
    /// <summary>Not known: after a start without limit switches, or after the arm was moved by hand.</summary>
    Unknown,
    Down,
    Raising,
    Up,
    Lowering,

    /// <summary>Stopped on the way by an order, or stuck there.</summary>
    Stopped,
}
