using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers.Configuration;

namespace Gateway.Edge.Hosting;

/// <summary>
/// Holds the settings against the hardware file: a box that was given another compound's hardware file must not report under either
/// name.
/// </summary>
internal static class SiteCheck
{
    /// <exception cref="ConfigurationFaultException">The two name different stations or compounds.</exception>
    public static void Require(GatewayOptions gateway, HardwareFile hardware)
    {
        Require("Station", gateway.Station, hardware.Site.Station, gateway.HardwareFile);
        Require("Compound", gateway.Compound, hardware.Site.Compound, gateway.HardwareFile);
    }

    private static void Require(string key, string ours, string theirs, string file)
    {
        if (ours != theirs)
        {
            throw new ConfigurationFaultException(
                $"Gateway:{key} is '{ours}', but {file} describes '{theirs}' (site.{key.ToLowerInvariant()}). Correct whichever is wrong.");
        }
    }
}
