using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>The latest state and readings of each connector of one charger. Safe for several threads.</summary>
internal sealed class ConnectorBoard
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, OcppConnector> _connectors = [];

    public IReadOnlyList<OcppConnector> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _connectors.Values];
            }
        }
    }

    /// <summary>
    /// Notes a state; null where nothing has changed. What is told last counts, whatever its time: a charger whose clock was set back
    /// must not hide a fault.
    /// </summary>
    public OcppConnector? Note(int connector, OcppStatus status, StatusMessage message, DateTimeOffset at)
    {
        lock (_gate)
        {
            var before = Find(connector);
            var now = before with
            {
                Status = status, Error = message.Error, Info = message.Info, VendorErrorCode = message.VendorErrorCode, StatusAt = at,
            };
            var same = before.StatusAt is not null && now with { StatusAt = before.StatusAt } == before;
            _connectors[connector] = same ? before : now;
            return same ? null : now;
        }
    }

    /// <summary>Notes readings; false where they are known already. Late ones do not take the place of newer ones.</summary>
    public bool Note(int connector, OcppMeter meter, bool late)
    {
        lock (_gate)
        {
            var before = Find(connector);
            var latest = late && before.Meter is { } known && known.At > meter.At ? known.Over(meter) : meter.Over(before.Meter);
            _connectors[connector] = before with { Meter = latest };
            return latest != before.Meter;
        }
    }

    private OcppConnector Find(int connector) => _connectors.TryGetValue(connector, out var found) ? found : new OcppConnector(connector);
}
