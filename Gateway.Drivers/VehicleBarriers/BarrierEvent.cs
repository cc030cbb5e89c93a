namespace Gateway.Drivers.VehicleBarriers;

/// <summary>What a barrier reports.</summary>
public enum BarrierEvent
{
    /// <summary>The arm reached the top after an order.</summary>
    Raised,

    /// <summary>Ordered up again while it was: it stays open for one vehicle more.</summary>
    RaiseExtended,

    /// <summary>The arm reached the bottom.</summary>
    Lowered,

    /// <summary>The arm was stopped on its way by an order.</summary>
    Stopped,

    /// <summary>A vehicle passed and the way behind it is clear.</summary>
    Passed,

    /// <summary>A vehicle followed another through an opening that was not for it.</summary>
    Tailgated,

    /// <summary>Raised, but no vehicle came in time.</summary>
    NotUsed,

    /// <summary>Something stood in the way: the arm did not close, or went up again at once.</summary>
    ClosingPrevented,

    /// <summary>The arm did not reach the top in time.</summary>
    StuckRaising,

    /// <summary>The arm did not reach the bottom in time and was raised again.</summary>
    StuckLowering,

    /// <summary>The arm left its end position without an order.</summary>
    Forced,

    /// <summary>Both limit switches claim the arm.</summary>
    LimitsContradict,

    /// <summary>A loop has been occupied for longer than any vehicle stands there.</summary>
    LoopStuck,

    /// <summary>The beam has been interrupted for longer than anything stands in it.</summary>
    BeamStuck,

    /// <summary>A stuck loop or beam became clear.</summary>
    SensorRecovered,

    /// <summary>Fire: the arm is raised and stays up.</summary>
    FireOverride,

    /// <summary>Another mode was chosen.</summary>
    ModeChanged,
}
