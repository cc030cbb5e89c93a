using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>A draft that can be stored.</summary>
/// <param name="Plate">Its number.</param>
/// <param name="Hours">Its hours of the week; null for all.</param>
/// <param name="KeepPhone">The number that is stored stays.</param>
/// <param name="Details">What is sealed; its phone means nothing where the stored one stays.</param>
/// <param name="Draft">The rest, as typed.</param>
internal sealed record CheckedVehicle(PlateNumber Plate, WeeklyHours? Hours, bool KeepPhone, VehicleDetails Details, VehicleDraft Draft)
{
    /// <summary>Whether it needs a grant.</summary>
    public bool IsGuest => Draft.Standing is VehicleStanding.Visitor or VehicleStanding.Worker;

    /// <summary>The vehicle as it will stand.</summary>
    /// <param name="existing">What stands now; null where it is new.</param>
    /// <param name="phone">The number that will be stored.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">When.</param>
    public Vehicle Resolve(Vehicle? existing, string? phone, string by, DateTimeOffset now)
    {
        var before = existing?.Standing == Draft.Standing ? existing : null;
        var (from, until) = (WholeSecond(Draft.From ?? before?.From ?? (IsGuest ? now : null)), WholeSecond(Draft.Until));
        var grant = IsGuest
            ? new VehicleGrant(
                before?.Grant?.Id ?? Guid.NewGuid(), from!.Value, until!.Value, Hours, Draft.Entries, IsRenewed(before?.Grant, from.Value, until.Value, now) ? 0 : before?.Grant?.EntriesUsed ?? 0, Details.Host!)
            : null;
        return new Vehicle(
            existing?.Id ?? Guid.NewGuid(),
            Plate,
            Draft.Standing,
            Details.Owner,
            Details.Unit,
            phone is null ? null : MaskedPhone.Of(phone),
            from,
            until,
            grant?.EntriesLeft,
            Draft.PaidMinutes,
            Details.Note,
            grant,
            by,
            now);
    }

    // A window that begins when the last one is over, or is given after that, is another one: its entries are counted anew.
    private static bool IsRenewed(VehicleGrant? before, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) =>
        before is not null && until > before.Until && (from >= before.Until || now >= before.Until);

    // As tables write times: what is exported and imported again is the same.
    private static DateTimeOffset? WholeSecond(DateTimeOffset? instant) =>
        instant is { } given ? new DateTimeOffset(given.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero) : null;
}
