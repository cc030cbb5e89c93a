using System.Net;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>Where an OCPP bus listens, and for whom.</summary>
/// <param name="Listen">Address and port; port 0 takes any that is free.</param>
/// <param name="Chargers">Those that may connect; all others are refused.</param>
/// <param name="StateFile">Where transactions are kept over restarts.</param>
internal sealed record OcppSettings(IPEndPoint Listen, IReadOnlyList<OcppChargerSettings> Chargers, string StateFile)
{
    /// <summary>PEM file of the server's certificate, with those that lead to its authority; null: no TLS.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PEM file of the certificate's key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>
    /// "Isolated device network": passwords may cross the network unprotected because nobody but chargers and gateway is on it. Without it
    /// and without a certificate the bus listens on loopback alone.
    /// </summary>
    public bool Plaintext { get; init; }

    /// <summary>How often a charger is to report. 10 s to 1 h. Default 60 s.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(60);
}
