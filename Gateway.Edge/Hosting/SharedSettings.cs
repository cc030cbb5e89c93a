using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers;
using Gateway.Drivers.Configuration;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Charging;
using Gateway.Edge.Console;
using Gateway.Edge.Patrols;
using Gateway.Edge.Uplink;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Hosting;

/// <summary>What is said once and several features need: who we are, where data and hardware file lie, and the compound's time zone.</summary>
internal static class SharedSettings
{
    public static void Apply(IServiceCollection services)
    {
        services.AddOptions<DriversOptions>().PostConfigure<IOptions<GatewayOptions>>(
            (drivers, gateway) => (drivers.HardwareFile, drivers.StateFolder) =
                (gateway.Value.HardwareFile, Path.Combine(Path.GetFullPath(gateway.Value.DataDirectory), "drivers")));
        services.AddSingleton<HardwareCheck>(provider => hardware =>
        {
            try
            {
                SiteCheck.Require(provider.GetRequiredService<IOptions<GatewayOptions>>().Value, hardware);
            }
            catch (ConfigurationFaultException error)
            {
                throw new HardwareFileException(error.Message, error);
            }
        });
        services.AddOptions<PatrolOptions>().PostConfigure<IOptions<ConsoleOptions>>((patrol, console) => patrol.TimeZone = console.Value.TimeZone);
        services.AddOptions<GrantOptions>().PostConfigure<IOptions<ConsoleOptions>>((grants, console) => grants.TimeZone = console.Value.TimeZone);
        services.AddOptions<VehicleOptions>().PostConfigure<IOptions<ConsoleOptions>>((vehicles, console) => vehicles.TimeZone = console.Value.TimeZone);
        services.AddOptions<ChargingOptions>().PostConfigure<IOptions<ConsoleOptions>>((charging, console) => charging.TimeZone = console.Value.TimeZone);
        services.AddOptions<UplinkOptions>().PostConfigure<IOptions<GatewayOptions>>((uplink, gateway) =>
        {
            uplink.Station = gateway.Value.Station;
            uplink.Compound = gateway.Value.Compound;
            uplink.StateFile = Path.Combine(Path.GetFullPath(gateway.Value.DataDirectory), "uplink.db");
        });
    }
}
