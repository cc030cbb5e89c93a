namespace Gateway.Edge.Access.Vehicles;

/// <summary>On what a visitor's or worker's vehicle is let in. Immutable.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="From">May enter from.</param>
/// <param name="Until">May enter until; after it, it can only leave.</param>
/// <param name="Hours">Only in these hours of the week; null for all.</param>
/// <param name="Entries">How many times it may enter; null for any number.</param>
/// <param name="EntriesUsed">How many times it has.</param>
/// <param name="Host">Who asked for it: the flat that is visited, or the work order.</param>
internal sealed record VehicleGrant(Guid Id, DateTimeOffset From, DateTimeOffset Until, WeeklyHours? Hours, int? Entries, int EntriesUsed, string Host)
{
    /// <summary>Entries that are left; null for any number.</summary>
    public int? EntriesLeft => Entries is { } entries ? Math.Max(entries - EntriesUsed, 0) : null;
}
