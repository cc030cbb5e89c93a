using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Benchmarks.Pages;

/// <summary>A port of the loopback that is free now: settings take a number.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
