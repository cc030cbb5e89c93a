namespace Gateway.Drivers.Buses.Gpio;

/// <summary>One line that a device drives, such as a relay. Levels are logical: active is "relay pulled", whatever the wiring.
/// Giving the line back drives it to its safe level. Safe for several threads.</summary>
public interface IDigitalOutput : IAsyncDisposable
{
    /// <summary>Drives the line; returns when the level is on the wire.</summary>
    /// <exception cref="Devices.DeviceFaultException">The line could not be driven.</exception>
    ValueTask SetAsync(bool active, CancellationToken cancellationToken);
}
