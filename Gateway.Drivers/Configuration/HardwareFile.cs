namespace Gateway.Drivers.Configuration;

/// <summary>What stands in one compound, as its hardware file says. Immutable.</summary>
/// <param name="Site">Where.</param>
/// <param name="Board">What the gateway itself is, for the installer; null when the file does not say.</param>
/// <param name="Zones">Parts of the compound that devices belong to; may be empty.</param>
/// <param name="Buses">What devices are wired to.</param>
/// <param name="Devices">The devices, in file order.</param>
public sealed record HardwareFile(
    Site Site, Board? Board, IReadOnlyList<Zone> Zones, IReadOnlyList<BusDescription> Buses, IReadOnlyList<DeviceDescription> Devices)
{
    /// <summary>Every output that the devices drive, with its safe level.</summary>
    internal IReadOnlyList<DrivenWire> Driven { get; init; } = [];
}
