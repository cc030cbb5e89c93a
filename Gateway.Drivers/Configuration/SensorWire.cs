using Gateway.Drivers.Buses.Sensors;

namespace Gateway.Drivers.Configuration;

/// <summary>Where one of a device's quantities is measured.</summary>
/// <param name="Bus">Id of the bus.</param>
/// <param name="Address">Which sensor.</param>
public sealed record SensorWire(string Bus, SensorAddress Address)
{
    /// <inheritdoc/>
    public override string ToString() => Address.Channel.Length == 0 ? $"{Bus}:{Address.Device}" : $"{Bus}:{Address.Device} {Address.Channel}";
}
