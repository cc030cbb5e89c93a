using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gateway.Edge.Hosting;

/// <summary>
/// The gateway's API on a Unix domain socket in its data directory, for the command line on the same machine. The folder's and the
/// socket's modes keep others out; the API key is asked for here as well.
/// </summary>
internal static class LocalSocket
{
    // sockaddr_un holds 108 bytes, the last of them zero.
    private const int LongestPath = 107;

    /// <summary>Where the socket is.</summary>
    public static string PathIn(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "gateway.sock");

    /// <summary>
    /// Adds the socket to what Kestrel listens on; needs <see cref="AddLocalSocket"/>. Touches no file: Kestrel is configured before the
    /// data directory's lock is taken, when the socket there may be another gateway's. Endpoints set in code replace <c>urls</c>, so the
    /// TCP endpoint has to be added in code as well.
    /// </summary>
    /// <exception cref="IOException">The path is too long for a socket.</exception>
    public static void ListenOnLocalSocket(this KestrelServerOptions kestrel, string dataDirectory)
    {
        var path = PathIn(dataDirectory);
        if (System.Text.Encoding.UTF8.GetByteCount(path) > LongestPath)
        {
            throw new IOException($"The path {path} is too long for a socket. Choose a shorter Gateway:DataDirectory.");
        }

        kestrel.ListenUnixSocket(path);
    }

    /// <summary>Removes a socket that a killed gateway left, and takes the new one from everyone but its owner once the server listens.</summary>
    public static IServiceCollection AddLocalSocket(this IServiceCollection services) => services.AddHostedService<LocalSocketMode>();
}
