namespace Gateway.Drivers.Simulation;

/// <summary>How the simulated people at a simulated door behave.</summary>
/// <param name="OpensAfter">From the release until somebody pulls the door.</param>
/// <param name="StaysOpen">How long they take to walk through.</param>
/// <param name="UnusedShare">Share of releases that nobody uses, 0..1.</param>
/// <param name="ForcedOpenEvery">Interval at which somebody forces the door; null for never.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record SimulatedDoorOptions(
    TimeSpan OpensAfter,
    TimeSpan StaysOpen,
    double UnusedShare = 0,
    TimeSpan? ForcedOpenEvery = null,
    int Seed = 1)
{
    /// <summary>Opens after a second, stays open for two.</summary>
    public static SimulatedDoorOptions Default { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
}
