namespace Gateway.Drivers.Buses.Sensors;

/// <summary>Sensors that are read by name.</summary>
public interface ISensorBus
{
    /// <summary>
    /// A sensor, which need not be there yet: that shows when it is read.
    /// </summary>
    /// <exception cref="Devices.DeviceFaultException">The address itself makes no sense.</exception>
    ISensor Open(SensorAddress address);
}
