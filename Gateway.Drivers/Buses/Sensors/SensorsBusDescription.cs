using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Sensors;

/// <summary>This machine's sensors in the hardware file.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Root">Where the kernel shows its devices.</param>
public sealed record SensorsBusDescription(string Id, string Root) : BusDescription(Id, SensorsBusKind.Name);
