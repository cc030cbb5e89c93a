namespace Gateway.Drivers.Buses.Http;

/// <summary>How a device is reached by HTTP.</summary>
internal sealed record DeviceHttpSettings
{
    /// <summary>Scheme, host and port; without user, password or path.</summary>
    public required Uri Address { get; init; }

    /// <summary>User and password for HTTP Digest; null for a device that asks for none.</summary>
    public DeviceLogin? Login { get; init; }

    /// <summary>
    /// SHA-256 fingerprint of the certificate that the device shows, 64 hexadecimal digits: for the certificates that devices make themselves. Null:
    /// the certificate must be trusted by the machine.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>How long one request may take, its body included, 1..60 s. Default 8 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(8);
}
