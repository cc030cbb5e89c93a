namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>A vehicle that comes to a simulated barrier. Immutable.</summary>
/// <param name="Look">Its outside.</param>
internal sealed record SimulatedVehicle(VehicleLook Look)
{
    /// <summary>It follows the one before it without waiting for a raise of its own.</summary>
    public bool Tailgates { get; init; }

    /// <summary>It comes from behind the camera, which sees its rear once it has passed the arm.</summary>
    public bool Leaves { get; init; }

    /// <summary>It waits so long for the arm and then turns away; null for ever.</summary>
    public TimeSpan? Patience { get; init; }
}
