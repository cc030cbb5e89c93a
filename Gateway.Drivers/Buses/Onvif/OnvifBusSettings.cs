using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>One ONVIF device used as a relay and input board.</summary>
internal sealed record OnvifBusSettings
{
    /// <summary>Its device service, usually <c>http://host/onvif/device_service</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its user and password; null for a device without. Never logged.</summary>
    public CameraCredentials? Credentials { get; init; }

    /// <summary>
    /// Settings written to relays on each connection, by token. A relay without stays as the device has it. Monostable is right for pulses:
    /// the relay returns to idle by itself even when the gateway has died.
    /// </summary>
    public IReadOnlyDictionary<string, OnvifRelaySettings> Relays { get; init; } = new Dictionary<string, OnvifRelaySettings>(StringComparer.Ordinal);
}
