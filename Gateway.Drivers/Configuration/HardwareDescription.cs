namespace Gateway.Drivers.Configuration;

/// <summary>A compound's hardware as its file describes it; valid in itself, every reference resolved.</summary>
/// <param name="Site">The compound and its station.</param>
/// <param name="Buses">Buses by id.</param>
/// <param name="FaceGates">Face gates in the order of the file.</param>
public sealed record HardwareDescription(
    SiteDescription Site,
    IReadOnlyDictionary<string, BusDescription> Buses,
    IReadOnlyList<FaceGateDescription> FaceGates);
