using System.Collections.Immutable;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging.Storage;

namespace Gateway.Edge.Charging.Outlets;

/// <summary>Which QR code leads to which outlet. Read in memory, changed on the disk first; safe for several threads.</summary>
internal sealed class LabelBook(ChargingDatabase database, IDeviceDirectory devices, TimeProvider time)
{
    // Replaced as a whole, under the database's lock.
    private volatile Labels _labels = new(ImmutableDictionary<OutletId, string>.Empty);

    /// <summary>Fills memory from the file.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        _labels = new Labels(await database.ReadAsync(file => LabelRows.All(file).ToImmutableDictionary(), cancellationToken));

    /// <summary>The outlet that a key leads to; null for none, and for one that stands no more.</summary>
    public (IChargingPoint Point, OutletId Outlet)? Find(string? key) =>
        ChargeKey.Looks(key) && _labels.Outlets.TryGetValue(key!, out var outlet)
        && devices.Of<IChargingPoint>().FirstOrDefault(point => point.Id.Value == outlet.Device) is { } point
        && point.Outlets.Any(known => known.Id == outlet.Outlet)
            ? (point, outlet)
            : null;

    /// <summary>The keys of a charging point's outlets, in their order; those that have none yet are given one.</summary>
    public async Task<IReadOnlyList<(OutletStatus Outlet, string Key)>> OfAsync(IChargingPoint point, CancellationToken cancellationToken)
    {
        var outlets = point.Outlets;
        var missing = outlets.Select(outlet => new OutletId(point.Id.Value, outlet.Id)).Where(outlet => !_labels.Keys.ContainsKey(outlet)).ToList();
        if (missing.Count > 0)
        {
            await PutAsync(missing, null, cancellationToken);
        }

        var keys = _labels.Keys;
        return [.. outlets.Select(outlet => (outlet, keys[new OutletId(point.Id.Value, outlet.Id)]))];
    }

    /// <summary>Gives an outlet a new key: the label on it leads nowhere from now on. What charges there goes on.</summary>
    /// <param name="outlet">The outlet.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="cancellationToken">Gives up before anything is done.</param>
    public Task RenewAsync(OutletId outlet, string by, CancellationToken cancellationToken) =>
        PutAsync([outlet], ChargingAudit.LabelRenewed(outlet, by, time.GetUtcNow()), cancellationToken);

    private Task<ImmutableDictionary<OutletId, string>> PutAsync(IReadOnlyList<OutletId> outlets, ChargingAudit? audit, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            // Somebody else may have been first; only a renewal takes a key away.
            var labels = _labels.Keys;
            foreach (var outlet in outlets.Where(outlet => audit is not null || !labels.ContainsKey(outlet)))
            {
                var key = ChargeKey.Make();
                LabelRows.Put(change.File, outlet, key, time.GetUtcNow());
                labels = labels.SetItem(outlet, key);
            }

            if (audit is not null)
            {
                change.Record(audit.ToRecord());
            }

            return labels;
        },
        labels => _labels = new Labels(labels),
        cancellationToken);

    private sealed class Labels(ImmutableDictionary<OutletId, string> keys)
    {
        public ImmutableDictionary<OutletId, string> Keys => keys;

        public Dictionary<string, OutletId> Outlets { get; } = keys.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
