namespace Gateway.Drivers.VehicleBarriers;

/// <summary>What a change in the zone under the arm means; several can come together, <see cref="Out"/> then before <see cref="In"/>.</summary>
[Flags]
internal enum ZoneSign
{
    None = 0,

    /// <summary>The vehicle that was in the zone has left it.</summary>
    Out = 1,

    /// <summary>A vehicle is in the zone.</summary>
    In = 2,
    LoopStuck = 4,
    BeamStuck = 8,
    Recovered = 16,
}
