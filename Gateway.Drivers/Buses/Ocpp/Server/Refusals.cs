using System.Net;
using Gateway.Drivers.Buses.Ocpp.Wire;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp.Server;

/// <summary>Connections that were refused: counted, the latest kept, logged at most once every ten seconds. Safe for several threads.</summary>
internal sealed class Refusals(TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long? _loggedAt; // guarded by _gate
    private int _count; // guarded by _gate
    private string _latest = ""; // guarded by _gate

    /// <summary>How many, and the latest in words; none: empty.</summary>
    public (int Count, string Latest) State
    {
        get
        {
            lock (_gate)
            {
                return (_count, _latest);
            }
        }
    }

    public void Note(IPAddress? from, string? charger, string reason)
    {
        var (address, name) = (from?.ToString() ?? "?", Printable.From(charger, OcppLimits.ChargePointId));
        lock (_gate)
        {
            _count++;
            _latest = $"\"{name}\" from {address}: {reason}";
            if (_loggedAt is { } at && clock.GetElapsedTime(at) < s_pause)
            {
                return;
            }

            _loggedAt = clock.GetTimestamp();
        }

        OcppLog.Refused(logger, address, name, reason);
    }
}
