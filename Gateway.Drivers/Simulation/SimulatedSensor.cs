using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Buses.Sensors.Sysfs;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation;

/// <summary>A simulated sensor: reads what was set last, at first a value in which nothing happens. Safe for several threads.</summary>
internal sealed class SimulatedSensor : ISensor
{
    /// <summary>A mild day, °C.</summary>
    public const double Mild = 22;

    private readonly TimeProvider _clock;
    private double _value;

    /// <exception cref="DeviceFaultException">The address makes no sense on a real bus either.</exception>
    public SimulatedSensor(SensorAddress address, TimeProvider clock)
    {
        _clock = clock;
        Unit = SysfsSources.Unit(address);
        _value = Unit == SensorUnit.Celsius ? Mild : 0;
    }

    /// <inheritdoc/>
    public SensorUnit Unit { get; }

    /// <summary>The value, in <see cref="Unit"/>.</summary>
    public double Value
    {
        get => Volatile.Read(ref _value);
        set => Volatile.Write(ref _value, value);
    }

    /// <summary>Set when the sensor is to fail; the words of the fault.</summary>
    public string? Fault { get; set; }

    /// <inheritdoc/>
    public ValueTask<SensorReading> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Fault is { } fault
            ? ValueTask.FromException<SensorReading>(new DeviceFaultException(fault))
            : ValueTask.FromResult(new SensorReading(Value, Unit, _clock.GetTimestamp()));
    }
}
