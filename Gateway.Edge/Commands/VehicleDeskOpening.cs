using Gateway.Edge.Access;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Api;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Console;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Commands;

/// <summary>
/// Finds the vehicles for a verb: the running gateway's API over its socket, or, when nobody listens there, the registry itself under the
/// data directory's lock. See docs/adr/0013-command-line-and-running-gateway.md.
/// </summary>
internal static class VehicleDeskOpening
{
    /// <summary>By whom a change without a running gateway is.</summary>
    public static string By => $"command line, {(Environment.UserName is { Length: > 0 } name ? name : "unknown")}";

    /// <summary>The compound's time zone, as the configuration says.</summary>
    public static TimeZoneInfo Zone(string? data) => TimeZoneInfo.FindSystemTimeZoneById(ZoneName(CommandSettings.Load(data)));

    /// <summary>Runs <paramref name="verb"/> with registry and stays.</summary>
    public static async Task<int> UseAsync(string? data, Func<IVehicleDesk, IVehicleStays, Task<int>> verb, CancellationToken cancellationToken)
    {
        var root = CommandSettings.DataDirectory(data);
        if (await RunningGateway.ConnectAsync(root, cancellationToken) is { } http)
        {
            using var remote = new RemoteVehicles(http, new ApiKey(root).Load());
            return await verb(remote, remote);
        }

        var configuration = CommandSettings.Load(data);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        services.AddJournal(configuration).AddVehicles(configuration);
        services.AddOptions<VehicleOptions>().PostConfigure(options => options.TimeZone = ZoneName(configuration));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<VehiclesStart>().StartAsync(cancellationToken);
        return await verb(provider.GetRequiredService<IVehicleDesk>(), provider.GetRequiredService<IVehicleStays>());
    }

    private static string ZoneName(IConfiguration configuration) =>
        configuration[$"{ConsoleOptions.Section}:{nameof(ConsoleOptions.TimeZone)}"] is { Length: > 0 } zone ? zone : new ConsoleOptions().TimeZone;
}
