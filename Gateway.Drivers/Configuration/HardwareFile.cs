namespace Gateway.Drivers.Configuration;

/// <summary>What stands in one compound, as its hardware file says. Immutable.</summary>
/// <param name="Site">Where.</param>
/// <param name="Zones">Parts of the compound that devices belong to; may be empty.</param>
/// <param name="Buses">What devices are wired to.</param>
/// <param name="FaceGates">The gates, in file order.</param>
public sealed record HardwareFile(
    Site Site, IReadOnlyList<Zone> Zones, IReadOnlyList<BusDescription> Buses, IReadOnlyList<FaceGateDescription> FaceGates);
