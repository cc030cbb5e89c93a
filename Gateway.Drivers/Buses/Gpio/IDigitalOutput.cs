namespace Gateway.Drivers.Buses.Gpio;

/// <summary>One line that a device drives, such as a relay. Levels are logical: active is "relay pulled", whatever the wiring.
/// Giving the line back drives it to its safe level, or the one chosen with <see cref="Leave"/>. Safe for several threads.</summary>
public interface IDigitalOutput : IAsyncDisposable
{
    /// <summary>Drives the line; returns when the level is on the wire.</summary>
    /// <exception cref="Devices.DeviceFaultException">The line could not be driven.</exception>
    ValueTask SetAsync(bool active, CancellationToken cancellationToken);

    /// <summary>
    /// Chooses the level that giving the line back leaves, instead of the safe one, such as a door that must stay released in a fire. Drives
    /// nothing by itself, and lasts until chosen anew. A bus whose lines fall when the gateway ends can keep it only as long as that.
    /// </summary>
    void Leave(bool active)
    {
        // A bus that does not override this leaves the safe level.
    }
}
