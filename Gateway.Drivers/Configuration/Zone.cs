using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>A named part of the compound.</summary>
public sealed record Zone(string Id, Wording Name);
