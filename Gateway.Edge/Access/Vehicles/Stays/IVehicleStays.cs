namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>
/// Who is here, who was, and corrections by hand. Every change is durable, with its audit fact, when it returns. <c>by</c> is who does it,
/// without personal data. Safe for use by several threads.
/// </summary>
internal interface IVehicleStays
{
    /// <summary>How full the compound is, from memory.</summary>
    Task<Occupancy> OccupancyAsync(CancellationToken cancellationToken);

    /// <summary>Stays, the newest first.</summary>
    Task<IReadOnlyList<Stay>> ListAsync(StayFilter filter, CancellationToken cancellationToken);

    /// <summary>One stay; null when there is none.</summary>
    Task<Stay?> ShowAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Begins a stay for a vehicle that came in unseen.</summary>
    /// <param name="plate">Its number; null or empty where nobody knows it.</param>
    /// <param name="correction">Why, and when it came.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    Task<StayChange> BeginAsync(string? plate, StayCorrection correction, string by, CancellationToken cancellationToken);

    /// <summary>Ends the stay of a vehicle that left unseen; null when there is none.</summary>
    Task<StayChange?> EndAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken);

    /// <summary>Notes that an overstay was settled: the vehicle may leave within the time of grace. Null when there is no such stay.</summary>
    Task<StayChange?> SettleAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken);

    /// <summary>Adds minutes that were paid for; null when there is no such stay.</summary>
    Task<StayChange?> AddMinutesAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken);
}
