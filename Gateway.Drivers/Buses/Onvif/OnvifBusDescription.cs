using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>An ONVIF device of the hardware file, used for its relays and inputs.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Address">Its device service.</param>
/// <param name="Secret">Entry of the secrets file; null for a device without login.</param>
/// <param name="Relays">Settings to be written, by token.</param>
internal sealed record OnvifBusDescription(string Id, Uri Address, string? Secret, IReadOnlyDictionary<string, OnvifRelaySettings> Relays)
    : BusDescription(Id, OnvifBusKind.Name);
