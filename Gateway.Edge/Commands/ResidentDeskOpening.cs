using System.Net.Sockets;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Hosting;
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
        if (await ConnectAsync(root, cancellationToken) is { } first)
        {
            using var remote = new RemoteResidentDesk(Client(root, first), new ApiKey(root).Load());
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

    private static HttpClient Client(string root, Socket first)
    {
        var unused = first;
        return new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = Interlocked.Exchange(ref unused!, null) ?? await ConnectAsync(root, cancellationToken)
                    ?? throw new IOException("The gateway stopped while the command was running. Run it again.");
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri("http://gateway"),
        };
    }

    // Null when nobody listens: no gateway has run here, or one was killed and left its socket.
    private static async Task<Socket?> ConnectAsync(string root, CancellationToken cancellationToken)
    {
        var path = LocalSocket.PathIn(root);
        if (!File.Exists(path))
        {
            return null;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return socket;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable)
        {
            socket.Dispose();
            return null;
        }
    }
}
