using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Sensors;

namespace Gateway.Drivers.Simulation;

/// <content>Sensors: each exists as soon as somebody names it and reads what the world sets.</content>
internal sealed partial class SimulatedBus : ISensorBus
{
    private readonly ConcurrentDictionary<SensorAddress, SimulatedSensor> _sensors = new();

    /// <summary>The sensor at an address; made on first use.</summary>
    /// <exception cref="Devices.DeviceFaultException">The address makes no sense on a real bus either.</exception>
    public SimulatedSensor Sensor(SensorAddress address) => _sensors.GetOrAdd(address, at => new SimulatedSensor(at, clock));

    /// <inheritdoc/>
    public ISensor Open(SensorAddress address) => Sensor(address);
}
