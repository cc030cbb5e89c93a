using System.Collections.Immutable;

namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>The registry at one moment, for decisions. Immutable; a change makes another one that shares what did not change.</summary>
internal sealed class VehicleSnapshot
{
    private readonly ImmutableDictionary<string, Vehicle> _byPlate;
    private readonly ImmutableDictionary<Guid, Vehicle> _byId;

    // How many denied plates hide behind each mask: tells whether any is one character away, whatever the character.
    private readonly ImmutableDictionary<string, int> _denied;

    private VehicleSnapshot(ImmutableDictionary<string, Vehicle> byPlate, ImmutableDictionary<Guid, Vehicle> byId, ImmutableDictionary<string, int> denied) =>
        (_byPlate, _byId, _denied) = (byPlate, byId, denied);

    /// <summary>No vehicle.</summary>
    public static VehicleSnapshot Empty { get; } = new(
        ImmutableDictionary.Create<string, Vehicle>(StringComparer.Ordinal), ImmutableDictionary<Guid, Vehicle>.Empty, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<Vehicle> All => _byId.Values;

    /// <summary>How many.</summary>
    public int Count => _byId.Count;

    /// <summary>The vehicle of exactly this plate; null for none.</summary>
    public Vehicle? Find(string plate) => _byPlate.GetValueOrDefault(plate);

    /// <summary>The vehicle of this id; null for none.</summary>
    public Vehicle? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>True when a denied plate differs in one character or in none.</summary>
    public bool IsNearDenied(string plate) => !_denied.IsEmpty && PlateConfusion.Masks(plate).Any(_denied.ContainsKey);

    /// <summary>This with vehicles put in, each in place of the one with its id.</summary>
    public VehicleSnapshot With(IEnumerable<Vehicle> vehicles)
    {
        var (byPlate, byId, denied) = (_byPlate.ToBuilder(), _byId.ToBuilder(), _denied.ToBuilder());
        foreach (var vehicle in vehicles)
        {
            TakeOut(vehicle.Id, byPlate, byId, denied);
            byId[vehicle.Id] = vehicle;
            byPlate[vehicle.Plate.Text] = vehicle;
            Weigh(vehicle, 1, denied);
        }

        return new VehicleSnapshot(byPlate.ToImmutable(), byId.ToImmutable(), denied.ToImmutable());
    }

    /// <summary>This without these.</summary>
    public VehicleSnapshot Without(IEnumerable<Guid> ids)
    {
        var (byPlate, byId, denied) = (_byPlate.ToBuilder(), _byId.ToBuilder(), _denied.ToBuilder());
        foreach (var id in ids)
        {
            TakeOut(id, byPlate, byId, denied);
        }

        return new VehicleSnapshot(byPlate.ToImmutable(), byId.ToImmutable(), denied.ToImmutable());
    }

    private static void TakeOut(
        Guid id, ImmutableDictionary<string, Vehicle>.Builder byPlate, ImmutableDictionary<Guid, Vehicle>.Builder byId, ImmutableDictionary<string, int>.Builder denied)
    {
        if (byId.TryGetValue(id, out var old))
        {
            byId.Remove(id);
            byPlate.Remove(old.Plate.Text);
            Weigh(old, -1, denied);
        }
    }

    private static void Weigh(Vehicle vehicle, int by, ImmutableDictionary<string, int>.Builder denied)
    {
        if (vehicle.Standing != VehicleStanding.Denied)
        {
            return;
        }

        foreach (var mask in PlateConfusion.Masks(vehicle.Plate.Text))
        {
            var count = denied.GetValueOrDefault(mask) + by;
            if (count > 0)
            {
                denied[mask] = count;
            }
            else
            {
                denied.Remove(mask);
            }
        }
    }
}
