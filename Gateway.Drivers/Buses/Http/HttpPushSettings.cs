using System.Net;

namespace Gateway.Drivers.Buses.Http;

/// <summary>Where the push receiver listens.</summary>
internal sealed record HttpPushSettings
{
    /// <summary>Address and port; port 0 for any that is free.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>Path of the certificate in PEM form; null for no encryption, which is allowed on loopback, or elsewhere with <see cref="Plaintext"/>.</summary>
    public string? Certificate { get; init; }

    /// <summary>Path of the certificate's key in PEM form.</summary>
    public string? Key { get; init; }

    /// <summary>The installer has said that devices may push unencrypted: many face terminals cannot do otherwise. Default false.</summary>
    public bool Plaintext { get; init; }
}
