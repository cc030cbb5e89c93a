using Gateway.Edge.Storage;
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
    /// Adds the socket to what Kestrel listens on. Call it while configuring Kestrel, in the process that holds the data directory's
    /// lock: a socket that is left there then belongs to a process that is gone. Endpoints set in code replace <c>urls</c>, so the TCP
    /// endpoint has to be added in code as well.
    /// </summary>
    /// <exception cref="IOException">The path is too long for a socket.</exception>
    public static void ListenOnLocalSocket(this KestrelServerOptions kestrel, string dataDirectory)
    {
        var path = PathIn(dataDirectory);
        if (System.Text.Encoding.UTF8.GetByteCount(path) > LongestPath)
        {
            throw new IOException($"The path {path} is too long for a socket. Choose a shorter Gateway:DataDirectory.");
        }

        PrivateFiles.CreateDirectory(dataDirectory);
        File.Delete(path);
        kestrel.ListenUnixSocket(path);
    }

    /// <summary>Takes the socket from everyone but its owner once the server listens.</summary>
    public static IServiceCollection AddLocalSocket(this IServiceCollection services) => services.AddHostedService<LocalSocketMode>();
}
