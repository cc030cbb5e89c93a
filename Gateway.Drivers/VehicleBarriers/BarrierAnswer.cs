namespace Gateway.Drivers.VehicleBarriers;

/// <summary>What became of an order.</summary>
public enum BarrierAnswer
{
    /// <summary>Carried out: the relay has been driven, or nothing needed to move.</summary>
    Done,

    /// <summary>The way is not clear; the arm closes by itself as soon as it is.</summary>
    WaitsUntilClear,

    /// <summary>The way is not clear, or the loop and beam cannot be read; nothing moves until the order is given again.</summary>
    NotClear,

    /// <summary>The arm is held up: choose another mode first.</summary>
    HeldUp,

    /// <summary>The fire input is still active: nothing ends the override before it is off.</summary>
    Fire,
}
