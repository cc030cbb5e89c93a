using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Http;

/// <summary>A push receiver of the hardware file.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Settings">Where it listens.</param>
/// <param name="Address">The gateway's address in the devices' network, as devices are told it.</param>
internal sealed record HttpPushDescription(string Id, HttpPushSettings Settings, string Address) : BusDescription(Id, HttpPushKind.Name);
