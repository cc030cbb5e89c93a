namespace Gateway.Drivers.Simulation;

/// <summary>How the people at simulated doors behave.</summary>
public sealed record SimulationSettings
{
    /// <summary>Decides every chance; the same seed gives the same run. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Mean time from the release until the door is opened; varies by half of it. Default 0.8 s.</summary>
    public TimeSpan OpensAfter { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Mean time the door stays open; varies by half of it. Default 2 s.</summary>
    public TimeSpan StaysOpen { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Share of releases that nobody uses, 0..1. Default 0.</summary>
    public double UnusedShare { get; init; }

    /// <summary>Share of openings in which the door is held open, 0..1. Default 0.</summary>
    public double HeldOpenShare { get; init; }

    /// <summary>How long a held door stays open. Default 40 s.</summary>
    public TimeSpan HeldOpenFor { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Forces every door open at this steady rate and lets it fall shut half-way; null for never. Makes events flow under test.</summary>
    public TimeSpan? ForcedOpenEvery { get; init; }
}
