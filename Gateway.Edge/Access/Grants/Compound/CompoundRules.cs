namespace Gateway.Edge.Access.Grants.Compound;

/// <summary>What holds in the whole compound.</summary>
/// <param name="LockedDown">Temporary workers stay outside for now.</param>
/// <param name="Holidays">Holidays, in order.</param>
internal sealed record CompoundRules(bool LockedDown, IReadOnlyList<DateOnly> Holidays);
