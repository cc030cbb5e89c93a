using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Ocpp;

namespace Gateway.Drivers.Simulation;

/// <content>Charging points that would dial in: each exists as soon as somebody names it.</content>
internal sealed partial class SimulatedBus : IOcppChargePoints
{
    private readonly ConcurrentDictionary<string, SimulatedChargePoint> _chargePoints = new(StringComparer.Ordinal);

    /// <summary>A charger by its charge point id, for the scenario; made on first use.</summary>
    public SimulatedChargePoint Charger(string id) => _chargePoints.GetOrAdd(id, name => new SimulatedChargePoint(name, clock));

    /// <inheritdoc/>
    IOcppChargePoint IOcppChargePoints.ChargePoint(string id) => Charger(id);

    private void DisposeChargers()
    {
        foreach (var charger in _chargePoints.Values)
        {
            charger.Dispose();
        }
    }
}
