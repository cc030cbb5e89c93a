using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>Station and compound that the gateway belongs to: ids as in topics, and the compound's name.</summary>
public sealed record Site(string Station, string Compound, Wording Name);
