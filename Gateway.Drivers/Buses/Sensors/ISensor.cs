namespace Gateway.Drivers.Buses.Sensors;

/// <summary>One measured quantity that can be read again and again. Safe for several threads.</summary>
public interface ISensor
{
    SensorUnit Unit { get; }

    /// <summary>Reads it now. The caller's thread is not held up, however slow the sensor.</summary>
    /// <exception cref="Devices.DeviceFaultException">
    /// The sensor is absent, does not answer, or gives something that cannot be true; the message says which and the likely fix.
    /// </exception>
    ValueTask<SensorReading> ReadAsync(CancellationToken cancellationToken);
}
