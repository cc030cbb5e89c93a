using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>The compound and the station it reports to. Ids: lower-case letters, digits and hyphens.</summary>
/// <param name="Station">Id of the station.</param>
/// <param name="Compound">Id of the compound.</param>
/// <param name="Name">What people call the compound.</param>
public sealed record SiteDescription(string Station, string Compound, Wording Name);
