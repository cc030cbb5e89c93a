using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Commands;

/// <summary>
/// Finds the registry for a verb: the running gateway's API over its socket, or, when nobody listens there, the registry itself under
/// the data directory's lock. See docs/adr/0013-command-line-and-running-gateway.md.
/// </summary>
internal static class ResidentDeskOpening
{
    /// <summary>Runs <paramref name="verb"/> with a desk.</summary>
    public static async Task<int> UseAsync(
        string? data, Action<IServiceCollection, IConfiguration> addPerception, Func<IResidentDesk, Task<int>> verb, CancellationToken cancellationToken)
    {
        var root = CommandSettings.DataDirectory(data);
        if (await RunningGateway.ConnectAsync(root, cancellationToken) is { } http)
        {
            using var remote = new RemoteResidentDesk(http, new ApiKey(root).Load());
            return await verb(remote);
        }

        var configuration = CommandSettings.Load(data);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        addPerception(services, configuration);
        await using var provider = services.AddJournal(configuration).AddResidents(configuration).BuildServiceProvider();
        var registry = provider.GetRequiredService<ResidentRegistry>();
        await registry.CatchUpAsync(cancellationToken);
        return await verb(registry);
    }
}
