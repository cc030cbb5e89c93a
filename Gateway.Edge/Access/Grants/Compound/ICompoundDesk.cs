namespace Gateway.Edge.Access.Grants.Compound;

/// <summary>What staff set for the whole compound, and leases of tenants. Durable, with its audit fact, and in force when it returns.</summary>
internal interface ICompoundDesk
{
    /// <summary>What holds now.</summary>
    Task<CompoundRules> RulesAsync(CancellationToken cancellationToken);

    /// <summary>Puts these holidays in the place of all; at most 1000.</summary>
    Task<CompoundRules> SetHolidaysAsync(IReadOnlyList<DateOnly> days, string by, CancellationToken cancellationToken);

    /// <summary>Locks the compound down for temporary workers, or lifts that.</summary>
    Task<CompoundRules> SetLockdownAsync(bool active, string by, CancellationToken cancellationToken);

    /// <summary>All leases, the next to end first.</summary>
    Task<IReadOnlyList<Lease>> LeasesAsync(CancellationToken cancellationToken);

    /// <summary>Sets the end of a resident's lease; null for none. False when there is no such resident.</summary>
    Task<bool> SetLeaseAsync(Guid resident, DateTimeOffset? end, string by, CancellationToken cancellationToken);
}
