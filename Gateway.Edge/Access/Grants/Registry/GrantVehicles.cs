using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Vehicles that come with grants: registered as workers' vehicles under the same end, through the vehicles' own desk.</summary>
internal sealed class GrantVehicles(IVehicleDesk vehicles)
{
    /// <summary>Registers a grant's vehicles, all or none.</summary>
    public async Task<(IReadOnlyList<Guid> Vehicles, IReadOnlyList<GrantRefusal> Refusals)> AddAsync(
        CheckedGrant grant, string owner, string by, CancellationToken cancellationToken)
    {
        var (added, refusals) = (new List<Guid>(), new List<GrantRefusal>());
        var plates = grant.Draft.Plates ?? [];
        for (var index = 0; index < plates.Count; index++)
        {
            var change = await vehicles.AddAsync(
                new VehicleDraft(plates[index], VehicleStanding.Worker, owner, null, grant.Phone, grant.From, grant.Until, grant.Hours?.Text, null, grant.Host), by, cancellationToken);
            refusals.AddRange(change.Refusals.Select(refusal => new GrantRefusal($"plates[{index}]", refusal.Code, refusal.Reason)));
            if (change.Vehicle is { } vehicle)
            {
                added.Add(vehicle.Id);
            }
        }

        if (refusals.Count > 0)
        {
            await RemoveAsync(added, by);
            added.Clear();
        }

        return (added, refusals);
    }

    /// <summary>
    /// Gives a grant's vehicles its new end; what was taken off the registry or put on the deny list meanwhile is left alone. A vehicle that
    /// cannot take an earlier end is removed; one that cannot take a later end keeps its own.
    /// </summary>
    public async Task EndAtAsync(Grant grant, string by)
    {
        foreach (var id in grant.Vehicles)
        {
            if (await vehicles.ShowAsync(id, CancellationToken.None) is { Standing: VehicleStanding.Worker, Grant: { } old } vehicle)
            {
                var change = await vehicles.ChangeAsync(
                    id,
                    new VehicleDraft(
                        vehicle.Plate.Text, vehicle.Standing, vehicle.Owner, vehicle.Unit, null, old.From, grant.Until, old.Hours?.Text, old.Entries, old.Host, vehicle.PaidMinutes, vehicle.Note),
                    by,
                    CancellationToken.None);
                if (change is { Vehicle: null } && grant.Until < old.Until)
                {
                    await vehicles.RemoveAsync(id, by, CancellationToken.None);
                }
            }
        }
    }

    /// <summary>Takes vehicles off the registry, unless they stand there on another footing by now.</summary>
    public async Task RemoveAsync(IReadOnlyList<Guid> ids, string by)
    {
        foreach (var id in ids)
        {
            if (await vehicles.ShowAsync(id, CancellationToken.None) is { Standing: VehicleStanding.Worker })
            {
                await vehicles.RemoveAsync(id, by, CancellationToken.None);
            }
        }
    }
}
