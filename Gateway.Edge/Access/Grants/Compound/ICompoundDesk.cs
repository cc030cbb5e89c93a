namespace Gateway.Edge.Access.Grants.Compound;

/// <summary>What staff set for the whole compound, and leases of tenants. Durable, with its audit fact, and in force when it returns.</summary>
internal interface ICompoundDesk
{
    /// <summary>What holds now.</summary>
    Task<CompoundRules> RulesAsync(CancellationToken cancellationToken);

    /// <summary>Most holidays that are kept.</summary>
    const int MostHolidays = 1000;

    /// <summary>Puts these holidays in the place of all. Null, and nothing changes, where there are more than <see cref="MostHolidays"/>.</summary>
    Task<CompoundRules?> SetHolidaysAsync(IReadOnlyList<DateOnly> days, string by, CancellationToken cancellationToken);

    /// <summary>Locks the compound down for temporary workers, or lifts that.</summary>
    /// <param name="active">Whether it holds from now on.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="why">The reason given; null where none was asked for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CompoundRules> SetLockdownAsync(bool active, string by, string? why, CancellationToken cancellationToken);

    /// <summary>All leases, the next to end first.</summary>
    Task<IReadOnlyList<Lease>> LeasesAsync(CancellationToken cancellationToken);

    /// <summary>Sets the end of a resident's lease; null for none. False when there is no such resident.</summary>
    Task<bool> SetLeaseAsync(Guid resident, DateTimeOffset? end, string by, CancellationToken cancellationToken);

    /// <summary>Sets the ends of many residents' leases, all or none, with one audit fact. Whoever is no resident is passed over.</summary>
    Task SetLeasesAsync(IReadOnlyList<(Guid Resident, DateTimeOffset End)> leases, string by, CancellationToken cancellationToken);
}
