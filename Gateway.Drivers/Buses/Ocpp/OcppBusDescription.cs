using System.Net;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>An OCPP bus of the hardware file.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Listen">Address and port.</param>
/// <param name="Chargers">Those that may connect.</param>
public sealed record OcppBusDescription(string Id, IPEndPoint Listen, IReadOnlyList<OcppChargerDescription> Chargers)
    : BusDescription(Id, OcppBusKind.Name)
{
    /// <summary>PEM file of the certificate; null: no TLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file of its key.</summary>
    public string? Key { get; init; }

    /// <summary>The device network is isolated: passwords may cross it unprotected.</summary>
    public bool Plaintext { get; init; }

    /// <summary>How often chargers are to report.</summary>
    public TimeSpan Heartbeat { get; init; }
}
