using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Api;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Commands;

/// <summary>
/// Finds the accounts for a verb: the running gateway's API over its socket, or, when nobody listens there, the file itself under the data
/// directory's lock. See docs/adr/0013-command-line-and-running-gateway.md.
/// </summary>
internal static class AccountDeskOpening
{
    /// <summary>Who gives the verb.</summary>
    public static string By => AccountOrder.Local + (Environment.UserName is { Length: > 0 } name ? name : "unknown");

    /// <summary>Runs <paramref name="verb"/> with a desk.</summary>
    public static async Task<int> UseAsync(string? data, Func<IAccountDesk, Task<int>> verb, CancellationToken cancellationToken)
    {
        var root = CommandSettings.DataDirectory(data);
        if (await RunningGateway.ConnectAsync(root, cancellationToken) is { } http)
        {
            http.Dispose();
            using var gateway = await GatewayApi.OpenAsync(data, cancellationToken);
            return await verb(new RemoteAccounts(gateway));
        }

        var configuration = CommandSettings.Load(data);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        await using var provider = services.AddJournal(configuration).AddAccounts(configuration).BuildServiceProvider();
        await provider.GetRequiredService<AccountsStart>().StartAsync(cancellationToken);
        return await verb(provider.GetRequiredService<IAccountDesk>());
    }
}
