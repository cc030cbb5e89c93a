using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Gateway.Drivers.Buses.Http;

/// <summary>Admits a few connections of each source address, so that one device cannot use up the receiver's connections. Safe for several threads.</summary>
internal sealed class SourceLimit
{
    /// <summary>Connections of one address at a time.</summary>
    public const int Most = 8;

    private readonly ConcurrentDictionary<IPAddress, int> _open = new();

    /// <summary>Wraps the handling of a connection; one too many is closed at once.</summary>
    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        var source = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        try
        {
            if (_open.AddOrUpdate(source, 1, static (_, count) => count + 1) > Most)
            {
                connection.Abort();
                return;
            }

            await next(connection);
        }
        finally
        {
            if (_open.AddOrUpdate(source, 0, static (_, count) => count - 1) == 0)
            {
                _open.TryRemove(KeyValuePair.Create(source, 0));
            }
        }
    };
}
