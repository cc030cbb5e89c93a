using System.Net.Sockets;
using Gateway.Edge.Hosting;

namespace Gateway.Edge.Commands;

/// <summary>Finds the running gateway of a data directory over its socket.</summary>
internal static class RunningGateway
{
    /// <summary>A client of the gateway that runs on a data directory; null when none listens there. The caller adds the key.</summary>
    public static async Task<HttpClient?> ConnectAsync(string root, CancellationToken cancellationToken) =>
        await OpenAsync(root, cancellationToken) is { } first ? Client(root, first) : null;

    private static HttpClient Client(string root, Socket first)
    {
        var unused = first;
        return new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = Interlocked.Exchange(ref unused!, null) ?? await OpenAsync(root, cancellationToken)
                    ?? throw new IOException("The gateway stopped while the command was running. Run it again.");
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri("http://gateway"),
        };
    }

    // Null when nobody listens: no gateway has run here, or one was killed and left its socket.
    private static async Task<Socket?> OpenAsync(string root, CancellationToken cancellationToken)
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
