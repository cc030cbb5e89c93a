using System.Net;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>A device that answered a probe.</summary>
/// <param name="Endpoint">Its stable id, usually <c>urn:uuid:…</c>.</param>
/// <param name="From">Where the answer came from.</param>
/// <param name="Interface">Our own address on the network where it stands.</param>
/// <param name="Addresses">Where it says its device service is; http and https only.</param>
/// <param name="Scopes">What it says of itself, such as its name and hardware.</param>
internal sealed record DiscoveredDevice(
    string Endpoint, IPAddress From, IPAddress Interface, IReadOnlyList<Uri> Addresses, IReadOnlyList<string> Scopes);
