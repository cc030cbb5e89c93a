using System.Globalization;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Privacy.Storage;
using Gateway.Edge.Storage;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Privacy.Inventory;

/// <summary>Counts persons whose faces are stored towards the duty to file, and remembers when it was reached. Safe for use by several threads.</summary>
internal sealed class FilingCounter(
    PrivacyDatabase database, ResidentRegistry residents, GrantBook grants, IOptions<PrivacyOptions> options, GrantZone zone, TimeProvider clock, StrangerBook? strangers = null)
{
    private const string Reached = "filing-reached";

    /// <summary>How it stands now.</summary>
    public async Task<FilingState> ReadAsync(CancellationToken cancellationToken)
    {
        var (limit, now) = (options.Value.FilingFaces, clock.GetUtcNow());
        var faces = (await residents.ListAsync(cancellationToken)).Count(one => one.Templates > 0) + grants.Now.Workers.Count(one => one.Templates > 0) + (strangers?.Count ?? 0);
        var reached = await ReachedAsync(cancellationToken);
        if (reached is null && faces >= limit)
        {
            await database.ChangeAsync(
                change => change.File.Execute("INSERT OR IGNORE INTO setting VALUES ($name, $at)", ("$name", Reached), ("$at", now.UtcTicks.ToString(CultureInfo.InvariantCulture))),
                remember: null,
                cancellationToken);
            reached = await ReachedAsync(cancellationToken);
        }

        var by = reached is { } at
            ? WorkingDays.After(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone.Zone).DateTime), options.Value.FilingWorkingDays, grants.Now.Holidays)
            : (DateOnly?)null;
        return new FilingState(faces, limit, reached, by);
    }

    private Task<DateTimeOffset?> ReachedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        file => long.TryParse(file.Scalar<string>("SELECT value FROM setting WHERE name = $name", ("$name", Reached)), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : (DateTimeOffset?)null,
        cancellationToken);
}
