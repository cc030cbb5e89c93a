namespace Gateway.Drivers.Buses.Gpio;

/// <summary>One output line. <c>true</c> is active, whatever the wiring's level. Safe for use by several threads.</summary>
public interface IDigitalOutput
{
    /// <summary>Drives the line and returns once the bus has taken it.</summary>
    /// <exception cref="Devices.DeviceFaultException">The bus could not drive the line.</exception>
    ValueTask WriteAsync(bool active, CancellationToken cancellationToken);
}
