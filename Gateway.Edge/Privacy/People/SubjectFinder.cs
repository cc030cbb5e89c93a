using Gateway.Edge.Access;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Privacy.People;

/// <summary>Finds people across the registries of residents, workers and vehicles. Safe for use by several threads.</summary>
internal sealed class SubjectFinder(ResidentRegistry residents, GrantBook grants, VehicleBook vehicles, PassBook passes, PlateErasure plates, WorkerErasure workers)
{
    /// <summary>Most people that a search lists.</summary>
    public const int Most = 50;

    private const int LongestQuery = 64;
    private const int ShortestPhone = 7;

    /// <summary>People by part of a name or flat, by plate, or by a whole phone number; at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<FoundPerson>> SearchAsync(string? query, CancellationToken cancellationToken)
    {
        var text = (query ?? "").Trim();
        if (text.Length is 0 or > LongestQuery)
        {
            return [];
        }

        var everybody = await residents.ListAsync(cancellationToken);
        var matches = vehicles.Vehicles.All.Where(vehicle => IsOf(vehicle, text)).ToList();
        var owned = matches.Select(vehicle => (vehicle.Owner, vehicle.Unit)).ToHashSet();
        var brought = matches.Select(vehicle => vehicle.Id).ToHashSet();
        var now = grants.Now;
        return
        [
            .. everybody.Where(one => Has(one.Name, text) || Has(one.Unit, text) || IsPhone(one.MaskedPhone, text) || owned.Contains((one.Name, one.Unit)))
                .Select(one => new FoundPerson(SubjectKind.Resident, one.Id, one.Name, one.Unit, null, one.Templates))
                .Take(Most),
            .. now.Workers.Where(one => one.Name != WorkerErasure.Blank
                    && (Has(one.Name, text) || IsPhone(one.MaskedPhone, text) || now.GrantsOf(one.Id).Any(grant => grant.Vehicles.Any(brought.Contains))))
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => new FoundPerson(SubjectKind.Worker, one.Id, one.Name, null, now.GrantsOf(one.Id) is [var newest, ..] ? GrantSentences.Tag(newest) : null, one.Templates))
                .Take(Most),
        ];
    }

    /// <summary>One person; null where there is none (any more).</summary>
    /// <param name="kind">As what.</param>
    /// <param name="id">Opaque id.</param>
    /// <param name="chosen">Vehicles that somebody has said are the person's; null for those that certainly are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DataSubject?> FindAsync(SubjectKind kind, Guid id, IReadOnlyCollection<Guid>? chosen, CancellationToken cancellationToken)
    {
        if (await NameAsync(kind, id, cancellationToken) is not var (name, unit))
        {
            return null;
        }

        List<Vehicle> theirs = [.. (await CandidatesAsync(kind, id, cancellationToken)).Where(one => chosen?.Contains(one.Vehicle.Id) ?? one.IsCertain).Select(one => one.Vehicle)];
        var phones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var vehicle in theirs)
        {
            phones.Add((await plates.DetailsAsync(vehicle.Id, cancellationToken))?.Phone ?? "");
        }

        phones.Add((kind == SubjectKind.Worker ? await workers.PhoneAsync(id, cancellationToken) : await residents.PhoneAsync(id, cancellationToken)) ?? "");
        phones.Remove("");
        var shared = (await residents.ListAsync(cancellationToken)).Any(other => other.Name == name && other.Id != id) || grants.Now.Workers.Any(other => other.Name == name && other.Id != id);
        return new DataSubject(
            kind,
            id,
            name,
            unit,
            [.. phones],
            [.. theirs.Select(vehicle => new SubjectVehicle(vehicle.Id, vehicle.Plate.Text))],
            [.. grants.Now.GrantsOf(id).Select(grant => grant.Id)],
            [.. passes.List(id).Select(pass => pass.Id)],
            shared);
    }

    /// <summary>The person's vehicles, and those that may be: same flat or same name.</summary>
    public async Task<IReadOnlyList<VehicleCandidate>> CandidatesAsync(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        if (await NameAsync(kind, id, cancellationToken) is not var (name, unit))
        {
            return [];
        }

        var brought = grants.Now.GrantsOf(id).SelectMany(grant => grant.Vehicles).ToHashSet();
        return
        [
            .. vehicles.Vehicles.All
                .Select(vehicle => new VehicleCandidate(vehicle, brought.Contains(vehicle.Id) || (unit is not null && vehicle.Owner == name && vehicle.Unit == unit)))
                .Where(one => one.IsCertain || one.Vehicle.Owner == name || (unit is not null && one.Vehicle.Unit == unit))
                .OrderByDescending(one => one.IsCertain).ThenBy(one => one.Vehicle.Plate.Text, StringComparer.Ordinal),
        ];
    }

    private async Task<(string Name, string? Unit)?> NameAsync(SubjectKind kind, Guid id, CancellationToken cancellationToken) => kind == SubjectKind.Resident
        ? await residents.ShowAsync(id, cancellationToken) is { } resident ? (resident.Name, resident.Unit) : null
        : grants.Now.Worker(id) is { } worker && worker.Name != WorkerErasure.Blank ? (worker.Name, null) : null;

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsPhone(string? masked, string text) => masked is not null && text.Length >= ShortestPhone && text.All(char.IsAsciiDigit) && MaskedPhone.Of(text) == masked;

    private static bool IsOf(Vehicle vehicle, string text) => new VehicleSearch(text).Matches(vehicle) || IsPhone(vehicle.MaskedPhone, text);
}
