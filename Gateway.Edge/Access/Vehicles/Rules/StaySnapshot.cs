using System.Collections.Immutable;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>Who is inside at one moment, for decisions. Immutable; a change makes another one that shares what did not change.</summary>
internal sealed class StaySnapshot
{
    private readonly ImmutableDictionary<Guid, Stay> _byId;
    private readonly ImmutableDictionary<string, Stay> _byPlate;

    private StaySnapshot(ImmutableDictionary<Guid, Stay> byId, ImmutableDictionary<string, Stay> byPlate, int visitors) =>
        (_byId, _byPlate, Visitors) = (byId, byPlate, visitors);

    /// <summary>Nobody.</summary>
    public static StaySnapshot Empty { get; } = new(ImmutableDictionary<Guid, Stay>.Empty, ImmutableDictionary.Create<string, Stay>(StringComparer.Ordinal), 0);

    /// <summary>Everybody who is inside, in no order.</summary>
    public IEnumerable<Stay> All => _byId.Values;

    /// <summary>Vehicles inside.</summary>
    public int Count => _byId.Count;

    /// <summary>Of them, those that are no resident's.</summary>
    public int Visitors { get; }

    /// <summary>The stay of exactly this plate; null when it is not inside.</summary>
    public Stay? Find(string plate) => _byPlate.GetValueOrDefault(plate);

    /// <summary>The stay of this id while it lasts.</summary>
    public Stay? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>This with a stay put in while it is inside, and taken out once it is over.</summary>
    public StaySnapshot With(Stay stay)
    {
        var rest = Without(stay.Id);
        if (stay.State != StayState.Inside)
        {
            return rest;
        }

        return new StaySnapshot(
            rest._byId.SetItem(stay.Id, stay),
            stay.Plate is { } plate ? rest._byPlate.SetItem(plate.Text, stay) : rest._byPlate,
            rest.Visitors + Weight(stay));
    }

    private StaySnapshot Without(Guid id) => _byId.TryGetValue(id, out var old)
        ? new StaySnapshot(_byId.Remove(id), old.Plate is { } plate ? _byPlate.Remove(plate.Text) : _byPlate, Visitors - Weight(old))
        : this;

    private static int Weight(Stay stay) => stay.Standing == VehicleStanding.Resident ? 0 : 1;
}
