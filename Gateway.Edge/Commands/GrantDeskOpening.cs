using Gateway.Edge.Access;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Api;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Commands;

/// <summary>
/// Finds temporary access for a verb: the running gateway's API over its socket, or, when nobody listens there, the registry itself under the
/// data directory's lock. See docs/adr/0013-command-line-and-running-gateway.md.
/// </summary>
internal static class GrantDeskOpening
{
    /// <summary>Runs <paramref name="verb"/> with a desk.</summary>
    public static async Task<int> UseAsync(
        string? data, Action<IServiceCollection, IConfiguration> addPerception, Func<IGrantDesk, Task<int>> verb, CancellationToken cancellationToken)
    {
        var root = CommandSettings.DataDirectory(data);
        if (await RunningGateway.ConnectAsync(root, cancellationToken) is { } http)
        {
            using var remote = new RemoteGrants(http, new ApiKey(root).Load());
            return await verb(remote);
        }

        var configuration = CommandSettings.Load(data);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        addPerception(services, configuration);
        services.AddJournal(configuration).AddResidents(configuration).AddVehicles(configuration).AddGrants(configuration);
        var zone = VehicleDeskOpening.Zone(data).Id;
        services.AddOptions<VehicleOptions>().PostConfigure(options => options.TimeZone = zone);
        services.AddOptions<GrantOptions>().PostConfigure(options => options.TimeZone = zone);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<VehiclesStart>().StartAsync(cancellationToken);
        await provider.GetRequiredService<GrantsStart>().StartAsync(cancellationToken);
        return await verb(provider.GetRequiredService<IGrantDesk>());
    }
}
