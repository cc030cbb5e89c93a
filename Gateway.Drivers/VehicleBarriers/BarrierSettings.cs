namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Times and wiring of one barrier.</summary>
public sealed record BarrierSettings
{
    /// <summary>How long a relay stays pulled where the barrier's own controller takes pulses, 0.1..10 s. Default 0.5 s.</summary>
    public TimeSpan Pulse { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The relay is held for the whole way instead of pulsed: the arm moves only while it is pulled. Default false.</summary>
    public bool Held { get; init; }

    /// <summary>A stop relay exists. Without one a pulsed arm that is told to stop while lowering goes up instead.</summary>
    public bool HasStop { get; init; }

    /// <summary>A limit switch tells that the arm is up.</summary>
    public bool HasUpLimit { get; init; }

    /// <summary>A limit switch tells that the arm is down.</summary>
    public bool HasDownLimit { get; init; }

    /// <summary>Number of vehicle loops under and around the arm, 0..4. Loops and beam together must be at least one.</summary>
    public int Loops { get; init; } = 1;

    /// <summary>A safety beam crosses the way under the arm.</summary>
    public bool HasBeam { get; init; } = true;

    /// <summary>Without a limit switch the arm counts as arrived after so long, 0.5..60 s. Default 3 s.</summary>
    public TimeSpan Travel { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>With a limit switch the arm counts as stuck when it has not arrived after so long, 1..120 s. Default 8 s.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>A raised arm waits so long for a vehicle, 3 s..10 min. Default 20 s.</summary>
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The way must have been clear for so long before the arm closes, 0.5..60 s. Default 2 s.</summary>
    public TimeSpan CloseDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A shorter gap between two signals belongs to one vehicle, 0.1..5 s; longer ones part two vehicles. Default 0.4 s. Where the beam
    /// looks through below a lorry's drawbar, set it to the time that gap takes to go by.
    /// </summary>
    public TimeSpan VehicleGap { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>A loop occupied for longer is reported as stuck, 1 min..24 h. Default 10 min.</summary>
    public TimeSpan LoopStuckAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A beam interrupted for longer is reported as stuck, 1 min..24 h. Default 5 min.</summary>
    public TimeSpan BeamStuckAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The arm may be off its limit switch for so long before it counts as moved by force: wind shakes it. Default 1 s.</summary>
    public TimeSpan ForcedAfter { get; init; } = TimeSpan.FromSeconds(1);
}
