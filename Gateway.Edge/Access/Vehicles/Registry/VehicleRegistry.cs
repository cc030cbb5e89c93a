using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>The vehicles: sealed on disk, in memory for decisions. Changes go through one at a time, disk first; look-ups never wait.</summary>
internal sealed class VehicleRegistry(
    VehicleDatabase database, VehicleRows rows, VehicleBook book, VehicleOptions options, TimeZoneInfo zone, TimeProvider clock) : IVehicleDesk
{
    private const int MostListed = 1000;

    /// <inheritdoc/>
    public Task<VehicleChange> AddAsync(VehicleDraft draft, string by, CancellationToken cancellationToken)
    {
        var (vehicle, refusals) = VehicleFields.Check(draft, null);
        var now = clock.GetUtcNow();
        if (vehicle is { IsGuest: true } && draft.Until <= now)
        {
            refusals = [VehicleRefusals.Over];
        }

        return refusals.Count > 0 || vehicle is null
            ? Task.FromResult(new VehicleChange(null, refusals))
            : database.ChangeAsync(
                change => Refusal(vehicle.Plate, null) is { } refusal
                    ? new VehicleChange(null, [refusal])
                    : Store(change, vehicle, null, by, now, VehicleAudit.Added),
                Remember,
                cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VehicleChange?> ChangeAsync(Guid id, VehicleDraft draft, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            if (book.Vehicles.Find(id) is not { } existing)
            {
                return null;
            }

            var (vehicle, refusals) = VehicleFields.Check(draft, existing);
            return vehicle is null ? new VehicleChange(null, refusals)
                : Refusal(vehicle.Plate, existing) is { } refusal ? new VehicleChange(null, [refusal])
                : Store(change, vehicle, existing, by, clock.GetUtcNow(), VehicleAudit.Changed);
        },
        Remember,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        var isRemoved = await database.ChangeAsync(
            change =>
            {
                if (book.Vehicles.Find(id) is not { } existing)
                {
                    return false;
                }

                VehicleRows.Delete(change.File, id);
                change.Record(VehicleAudits.Of(VehicleAudit.Removed, existing, by, clock.GetUtcNow()));
                return true;
            },
            isRemoved => book.Vehicles = isRemoved ? book.Vehicles.Without([id]) : book.Vehicles,
            cancellationToken);
        if (isRemoved)
        {
            await database.EmptyLogAsync(CancellationToken.None);
        }

        return isRemoved;
    }

    /// <inheritdoc/>
    public Task<VehicleChange> DenyAsync(VehicleDenial denial, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            var existing = PlateNumber.TryParse(denial.Plate, out var plate) ? book.Vehicles.Find(plate.Text) : null;
            var draft = new VehicleDraft(
                denial.Plate, VehicleStanding.Denied, existing?.Owner, existing?.Unit, Until: denial.Until, Note: denial.Reason);
            var now = clock.GetUtcNow();
            var (vehicle, refusals) = VehicleFields.Check(draft, existing);
            if (denial.Until <= now)
            {
                (vehicle, refusals) = (null, [.. refusals, VehicleRefusals.Over]);
            }

            return vehicle is null ? new VehicleChange(null, [.. refusals.Select(ToDenial)])
                : existing is null && Refusal(vehicle.Plate, null) is { } refusal ? new VehicleChange(null, [refusal])
                : Store(change, vehicle, existing, by, now, VehicleAudit.Denied);
        },
        Remember,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Vehicle>> ListAsync(VehicleFilter filter, CancellationToken cancellationToken)
    {
        var search = new VehicleSearch(filter.Search);
        return Task.FromResult<IReadOnlyList<Vehicle>>(
        [
            .. book.Vehicles.All
                .Where(vehicle => (filter.Standing is null || vehicle.Standing == filter.Standing) && search.Matches(vehicle))
                .OrderBy(vehicle => vehicle.Plate.Text, StringComparer.Ordinal)
                .Skip(Math.Max(filter.Skip, 0))
                .Take(Math.Clamp(filter.Limit, 1, MostListed)),
        ]);
    }

    /// <inheritdoc/>
    public Task<Vehicle?> ShowAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(book.Vehicles.Find(id));

    /// <inheritdoc/>
    public Task<string?> RevealPhoneAsync(Guid id, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            if (book.Vehicles.Find(id) is not { } vehicle || rows.ReadDetails(change.File, id)?.Phone is not { } phone)
            {
                return null;
            }

            change.Record(VehicleAudits.Of(VehicleAudit.PhoneShown, vehicle, by, clock.GetUtcNow()));
            return phone;
        },
        remember: null,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<ImportReport> ImportAsync(ReadOnlyMemory<byte> file, bool dryRun, string by, CancellationToken cancellationToken)
    {
        var table = VehicleTable.Read(file.Span, zone);
        var changed = new List<Vehicle>();
        return await database.ChangeAsync(
            change =>
            {
                var plan = ImportPlan.Make(table, book.Vehicles, options.MaximumVehicles, clock.GetUtcNow());
                return plan.FaultCount > 0 ? plan.Refuse(dryRun) : Import(change, plan, dryRun, by, changed);
            },
            report => book.Vehicles = report.Done ? book.Vehicles.With(changed) : book.Vehicles,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<byte[]> ExportAsync(bool withPhones, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            var vehicles = book.Vehicles.All.OrderBy(vehicle => vehicle.Plate.Text, StringComparer.Ordinal).ToList();
            change.Record(VehicleAudits.Exported(vehicles.Count, withPhones, by, clock.GetUtcNow()));
            return VehicleTable.Write(
                vehicles.Select(vehicle => (vehicle, withPhones && vehicle.MaskedPhone is not null ? rows.ReadDetails(change.File, vehicle.Id)?.Phone : vehicle.MaskedPhone)),
                zone);
        },
        remember: null,
        cancellationToken);

    private ImportReport Import(VehicleTransaction change, ImportPlan plan, bool dryRun, string by, List<Vehicle> changed)
    {
        var now = clock.GetUtcNow();
        var (added, unchanged) = (0, 0);
        foreach (var (vehicle, existing) in plan.Vehicles)
        {
            var stored = existing is null ? null : rows.ReadDetails(change.File, existing.Id);
            var details = vehicle.Details with { Phone = vehicle.KeepPhone ? stored?.Phone : vehicle.Details.Phone };
            var resolved = vehicle.Resolve(existing, details.Phone, by, now);
            if (existing is not null && details == stored && resolved == existing with { EnteredBy = resolved.EnteredBy, EnteredAt = resolved.EnteredAt })
            {
                unchanged++;
                continue;
            }

            added += existing is null ? 1 : 0;
            changed.Add(resolved);
            if (!dryRun)
            {
                rows.Put(change.File, resolved, details);
            }
        }

        if (!dryRun && changed.Count > 0)
        {
            change.Record(VehicleAudits.Imported(added, changed.Count - added, by, now));
        }

        return new ImportReport(plan.Rows, added, changed.Count - added, unchanged, dryRun, [], 0);
    }

    private VehicleChange Store(VehicleTransaction change, CheckedVehicle vehicle, Vehicle? existing, string by, DateTimeOffset now, string name)
    {
        var phone = vehicle.KeepPhone && existing is not null ? rows.ReadDetails(change.File, existing.Id)?.Phone : vehicle.Details.Phone;
        var resolved = vehicle.Resolve(existing, phone, by, now);
        rows.Put(change.File, resolved, vehicle.Details with { Phone = phone });
        change.Record(VehicleAudits.Of(name, resolved, by, now));
        return new VehicleChange(resolved, []);
    }

    private VehicleRefusal? Refusal(PlateNumber plate, Vehicle? existing) =>
        book.Vehicles.Find(plate.Text) is { } other && other.Id != existing?.Id ? VehicleRefusals.Taken(other.Standing)
        : existing is null && book.Vehicles.Count >= options.MaximumVehicles ? VehicleRefusals.TooMany(options.MaximumVehicles)
        : null;

    private void Remember(VehicleChange? change)
    {
        if (change?.Vehicle is { } vehicle)
        {
            book.Vehicles = book.Vehicles.With([vehicle]);
        }
    }

    private static VehicleRefusal ToDenial(VehicleRefusal refusal) => refusal.Field == "note" ? refusal with { Field = "reason" } : refusal;
}
