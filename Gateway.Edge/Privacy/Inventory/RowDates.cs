using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Inventory;

/// <summary>How many rows there are and how old the oldest is that waits to go.</summary>
internal sealed class RowDates(VehicleDatabase vehicles, VehicleBook book, GrantBook grants, PassBook passes)
{
    /// <summary>Stays, and the oldest that is over.</summary>
    public Task<(long Count, DateTimeOffset? Oldest)> StaysAsync(CancellationToken cancellationToken) =>
        ReadAsync("SELECT count(*) FROM stay", "SELECT min(left_at) FROM stay WHERE state <> 0", cancellationToken);

    /// <summary>Move-car notices, and the oldest.</summary>
    public Task<(long Count, DateTimeOffset? Oldest)> NoticesAsync(CancellationToken cancellationToken) =>
        ReadAsync("SELECT count(*) FROM notice", "SELECT min(asked_at) FROM notice", cancellationToken);

    /// <summary>Parking reports, and the one resolved longest ago.</summary>
    public Task<(long Count, DateTimeOffset? Oldest)> ReportsAsync(CancellationToken cancellationToken) =>
        ReadAsync("SELECT count(*) FROM report", "SELECT min(resolved_at) FROM report", cancellationToken);

    /// <summary>Visitors' and workers' vehicles and denials, and the end that is longest ago or next.</summary>
    public (int Count, DateTimeOffset? Oldest) Guests()
    {
        var guests = book.Vehicles.All.Where(vehicle => vehicle.Standing != VehicleStanding.Resident).ToList();
        return (guests.Count, guests.Min(vehicle => vehicle.Until));
    }

    /// <summary>Grants that are over, and the end that is longest ago.</summary>
    public DateTimeOffset? EndedGrants() => grants.Now.All.Min(grant => grant.RevokedAt ?? grant.EndedAt);

    /// <summary>Passes, and the end that is longest ago or next.</summary>
    public (int Count, DateTimeOffset? Oldest) Passes()
    {
        var all = passes.List();
        return (all.Count, all.Min(pass => pass.Revoked ?? pass.Until));
    }

    private Task<(long Count, DateTimeOffset? Oldest)> ReadAsync(string count, string oldest, CancellationToken cancellationToken) => vehicles.ReadAsync(
        file => (file.Scalar<long>(count), Instant(file, oldest)), cancellationToken);

    private static DateTimeOffset? Instant(SqliteConnection file, string sql) => file.Scalar<long?>(sql) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
