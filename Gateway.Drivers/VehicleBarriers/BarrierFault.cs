namespace Gateway.Drivers.VehicleBarriers;

/// <summary>What is wrong with a barrier, the gravest first.</summary>
internal enum BarrierFault
{
    /// <summary>Loop, beam or another input cannot be read.</summary>
    Blind,
    StuckRaising,
    StuckLowering,
    LimitsContradict,
    Forced,
    LoopStuck,
    BeamStuck,

    /// <summary>The arm was up, or nobody knows where, when the gateway started: it does not close by itself before an order or a passage.</summary>
    FoundUp,
}
