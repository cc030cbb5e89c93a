using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>The stays: on disk, those that last in memory for decisions too. Changes go through one at a time, disk first.</summary>
internal sealed class StayKeeper(VehicleDatabase database, VehicleBook book, VehicleOptions options, TimeProvider clock) : IVehicleStays
{
    private const int MostListed = 1000;
    private const int LongestReason = 200;
    private const int LongestBy = 128;

    /// <inheritdoc/>
    public Task<Occupancy> OccupancyAsync(CancellationToken cancellationToken)
    {
        var (stays, now) = (book.Stays, clock.GetUtcNow());
        return Task.FromResult(new Occupancy(
            stays.Count, stays.Visitors, stays.All.Count(stay => IsOverstaying(stay, now)), options.Capacity, options.VisitorCapacity));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Stay>> ListAsync(StayFilter filter, CancellationToken cancellationToken)
    {
        var (limit, plate, now) = (Math.Clamp(filter.Limit, 1, MostListed), PlatePart.Of(filter.Plate), clock.GetUtcNow());
        if (plate.Length == 0 && !string.IsNullOrWhiteSpace(filter.Plate))
        {
            // Searched for what stands on no plate: that is not the same as searching for nothing.
            return [];
        }

        if (!filter.Overstaying)
        {
            return await database.ReadAsync(file => StayRows.List(file, filter, limit), cancellationToken);
        }

        return
        [
            .. book.Stays.All
                .Where(stay => IsOverstaying(stay, now) && (plate.Length == 0 || stay.Plate?.Text.Contains(plate, StringComparison.Ordinal) == true))
                .OrderByDescending(stay => stay.EnteredAt)
                .Skip(Math.Max(filter.Skip, 0))
                .Take(limit),
        ];
    }

    /// <inheritdoc/>
    public Task<Stay?> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(file => book.Stays.Find(id) ?? StayRows.Find(file, id), cancellationToken);

    /// <inheritdoc/>
    public Task<StayChange> BeginAsync(string? plate, StayCorrection correction, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var refusals = Check(correction, now);
        PlateNumber? number = null;
        if (!string.IsNullOrWhiteSpace(plate) && !PlateNumber.TryParse(plate, out number))
        {
            refusals.Add(VehicleRefusals.Plate);
        }

        return database.ChangeAsync(
            change =>
            {
                if (number is not null && book.Stays.Find(number.Text) is not null)
                {
                    refusals.Add(StayRefusals.Inside);
                }

                if (refusals.Count > 0)
                {
                    return new StayChange(null, refusals);
                }

                var vehicle = number is null ? null : book.Vehicles.Find(number.Text);
                var stay = StayMoves.Enter(number, vehicle, null, correction.At ?? now, options.FreeMinutes);
                return Store(change, stay, correction, by, VehicleAudit.StayBegun, StayRefusals.BegunWords, now);
            },
            Remember,
            cancellationToken)!;
    }

    /// <inheritdoc/>
    public Task<StayChange?> EndAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) => CorrectAsync(
        id,
        correction,
        by,
        (stay, now) => correction.At < stay.EnteredAt
            ? (null, StayRefusals.BeforeEntry)
            : (StayMoves.End(stay, StayState.Corrected, null, correction.At ?? now), null),
        VehicleAudit.StayEnded,
        StayRefusals.EndedWords,
        cancellationToken);

    /// <inheritdoc/>
    public Task<StayChange?> SettleAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) => CorrectAsync(
        id,
        correction,
        by,
        (stay, now) => stay.Overstay(now) > TimeSpan.Zero ? (stay with { SettledAt = now }, null) : (null, StayRefusals.NothingToSettle),
        VehicleAudit.StaySettled,
        StayRefusals.SettledWords,
        cancellationToken);

    /// <inheritdoc/>
    public Task<StayChange?> AddMinutesAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) => CorrectAsync(
        id,
        correction,
        by,
        (stay, now) => correction.Minutes is not (>= 1 and <= VehicleFields.MostMinutes) ? (null, StayRefusals.Minutes)
            : stay.AllowedMinutes is not { } allowed ? (null, StayRefusals.NoLimit)
            : (Extend(stay, Allowance.Extend(allowed, correction.Minutes), now), null),
        VehicleAudit.StayExtended,
        StayRefusals.ExtendedWords,
        cancellationToken);

    /// <summary>Finds stays that have become too long, each once, and puts them on record; returns how many.</summary>
    public Task<int> FindOverstaysAsync(CancellationToken cancellationToken)
    {
        var found = new List<Stay>();
        return database.ChangeAsync(
            change =>
            {
                var now = clock.GetUtcNow();
                foreach (var stay in book.Stays.All.Where(stay => stay.OverstayedAt is null && stay.Overstay(now) > TimeSpan.Zero))
                {
                    var late = stay with { OverstayedAt = now };
                    StayRows.Put(change.File, late);
                    change.Record(VehicleAudits.Make(VehicleAudit.Overstay, stay.Id, VehicleAudit.Gateway, now, StayRefusals.OverstayWords(late)));
                    found.Add(late);
                }

                return found.Count;
            },
            _ => found.ForEach(Put),
            cancellationToken);
    }

    /// <summary>True while a stay is too long and that is not settled.</summary>
    private bool IsOverstaying(Stay stay, DateTimeOffset now) => stay.Overstay(now) > TimeSpan.Zero && !(now - stay.SettledAt <= options.Grace);

    // Paid in time, it is found again once that time is over as well.
    private static Stay Extend(Stay stay, int? allowed, DateTimeOffset now)
    {
        var extended = stay with { AllowedMinutes = allowed };
        return extended.Overstay(now) > TimeSpan.Zero ? extended : extended with { OverstayedAt = null };
    }

    private Task<StayChange?> CorrectAsync(
        Guid id,
        StayCorrection correction,
        string by,
        Func<Stay, DateTimeOffset, (Stay? Stay, VehicleRefusal? Refusal)> move,
        string name,
        LocalizedText words,
        CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            var now = clock.GetUtcNow();
            if (book.Stays.Find(id) is not { } stay)
            {
                return StayRows.Find(change.File, id) is null ? null : new StayChange(null, [StayRefusals.Over]);
            }

            var refusals = Check(correction, now);
            var (moved, refusal) = move(stay, now);
            return refusal is null && refusals.Count == 0
                ? Store(change, moved!, correction, by, name, words, now)
                : new StayChange(null, refusal is null ? refusals : [.. refusals, refusal]);
        },
        Remember,
        cancellationToken);

    private static StayChange Store(
        VehicleTransaction change, Stay stay, StayCorrection correction, string by, string name, LocalizedText words, DateTimeOffset now)
    {
        var corrected = StayMoves.Correct(stay, by.Length <= LongestBy ? by : by[..LongestBy], correction.Reason.Trim());
        StayRows.Put(change.File, corrected);
        change.Record(VehicleAudits.Make(name, corrected.Id, by, now, words));
        return new StayChange(corrected, []);
    }

    private static List<VehicleRefusal> Check(StayCorrection correction, DateTimeOffset now)
    {
        var refusals = new List<VehicleRefusal>();
        VehicleFields.Text("reason", correction.Reason, LongestReason, needed: true, refusals);
        if (correction.At > now)
        {
            refusals.Add(StayRefusals.Future);
        }

        return refusals;
    }

    private void Remember(StayChange? change)
    {
        if (change?.Stay is { } stay)
        {
            Put(stay);
        }
    }

    private void Put(Stay stay) => book.Stays = book.Stays.With(stay);
}
