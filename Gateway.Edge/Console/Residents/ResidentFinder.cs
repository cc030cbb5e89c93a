using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Residents;

/// <summary>Finds residents by name, flat or plate, from memory alone, and says of those on one page what each has. Safe for several threads.</summary>
internal sealed class ResidentFinder(IResidentRoll roll, PassBook passes, VehicleBook vehicles, GrantBook grants, ResidentWords words, TimeProvider time)
{
    /// <summary>Residents on one page.</summary>
    public const int Rows = 50;

    /// <summary>The longest text that is searched for.</summary>
    public const int LongestSearch = 40;

    private const int ShownVehicles = 2;

    /// <summary>One page of those who fit, by flat and name.</summary>
    /// <param name="text">Part of a name, a flat or a plate; null for everyone.</param>
    /// <param name="show">Which of them.</param>
    /// <param name="page">From 1.</param>
    public ResidentsView Find(string? text, ResidentShow show, int page)
    {
        var part = string.IsNullOrWhiteSpace(text) ? "" : text.Trim();
        var all = roll.All;
        if (part.Length > LongestSearch)
        {
            return new ResidentsView([], 0, all.Count, More: false);
        }

        var flats = part.Length == 0 ? null : FlatsOfPlate(part);
        var (leases, now) = (grants.Now.Leases, time.GetUtcNow());
        var found = all.Where(resident => Shows(resident) && (flats is null || Fits(resident, part, flats))).ToList();
        var shown = found.Skip((page - 1) * Rows).Take(Rows).ToList();
        var held = passes.Standing(shown.Select(resident => resident.Id).ToHashSet());
        var parked = OfFlats(shown.Select(resident => resident.Unit));
        return new ResidentsView([.. shown.Select(LineOf)], found.Count, all.Count, found.Count > page * Rows);

        bool Shows(Resident resident) => show switch
        {
            ResidentShow.Face => resident.HasFace,
            ResidentShow.NoFace => !resident.HasFace,
            ResidentShow.Lease => leases.TryGetValue(resident.Id, out var end) && words.IsDue(end, now),
            _ => true,
        };

        ResidentLine LineOf(Resident resident)
        {
            var cars = parked[resident.Unit];
            return new ResidentLine(
                resident.Id,
                resident.Name,
                resident.Unit,
                resident.MaskedPhone,
                words.Face(resident),
                ResidentWords.Passes(held[resident.Id]),
                [.. cars.Take(ShownVehicles).Select(vehicle => PlateView.Of(vehicle.Plate))],
                Math.Max(0, cars.Count() - ShownVehicles),
                words.Lease(leases.TryGetValue(resident.Id, out var lease) ? lease : null));
        }
    }

    /// <summary>Vehicles of residents of some flats, by plate.</summary>
    public ILookup<string, Vehicle> OfFlats(IEnumerable<string> units)
    {
        var wanted = units.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return vehicles.Vehicles.All
            .Where(vehicle => vehicle.Standing == VehicleStanding.Resident && vehicle.Unit is { } unit && wanted.Contains(unit.Trim()))
            .OrderBy(vehicle => vehicle.Plate.Text, StringComparer.Ordinal)
            .ToLookup(vehicle => vehicle.Unit!.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    private static bool Fits(Resident resident, string part, HashSet<string> flats) => resident.Name.Contains(part, StringComparison.OrdinalIgnoreCase)
        || resident.Unit.Contains(part, StringComparison.OrdinalIgnoreCase) || flats.Contains(resident.Unit);

    private HashSet<string> FlatsOfPlate(string part)
    {
        var plate = PlatePart.Of(part);
        return plate.Length == 0 ? [] : vehicles.Vehicles.All
            .Where(vehicle => vehicle.Standing == VehicleStanding.Resident && vehicle.Unit is not null && vehicle.Plate.Text.Contains(plate, StringComparison.Ordinal))
            .Select(vehicle => vehicle.Unit!.Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
