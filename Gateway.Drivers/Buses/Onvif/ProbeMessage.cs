using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>WS-Discovery's question and its answers (the 2005/04 version that ONVIF prescribes).</summary>
internal static class ProbeMessage
{
    private const int MostItems = 32;
    private const int MostText = 512;
    private static readonly XNamespace Discovery = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    private static readonly XNamespace Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

    /// <summary>Asks for video transmitters. <paramref name="id"/> comes back in the answers.</summary>
    public static byte[] Question(Guid id)
    {
        XNamespace network = "http://www.onvif.org/ver10/network/wsdl";
        var envelope = new XElement(
            OnvifNames.Soap + "Envelope",
            new XElement(
                OnvifNames.Soap + "Header",
                new XElement(Addressing + "MessageID", $"uuid:{id}"),
                new XElement(Addressing + "To", "urn:schemas-xmlsoap-org:ws:2005:04:discovery"),
                new XElement(Addressing + "Action", Discovery.NamespaceName + "/Probe")),
            new XElement(
                OnvifNames.Soap + "Body",
                new XElement(
                    Discovery + "Probe",
                    new XElement(Discovery + "Types", new XAttribute(XNamespace.Xmlns + "dn", network.NamespaceName), "dn:NetworkVideoTransmitter"))));
        return Encoding.UTF8.GetBytes(envelope.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The devices in one datagram; none where it is no answer to <paramref name="id"/> or no sense can be made of it.</summary>
    public static IReadOnlyList<DiscoveredDevice> Answers(ReadOnlyMemory<byte> datagram, Guid id, IPAddress from, IPAddress own)
    {
        try
        {
            var envelope = OnvifXml.Parse(datagram);
            if (envelope.Text("RelatesTo") is not { } related || !related.EndsWith(id.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return [];
            }

            return [.. envelope.Descendants().Where(element => element.Name.LocalName == "ProbeMatch").Take(MostItems).Select(match => Read(match, from, own))];
        }
        catch (XmlException)
        {
            return []; // anyone on the network may send us anything
        }
    }

    private static DiscoveredDevice Read(XElement match, IPAddress from, IPAddress own) => new(
        Cut(match.Text("Address") ?? from.ToString()),
        from,
        own,
        [.. Words(match.Text("XAddrs")).Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null).OfType<Uri>().Where(uri => uri.Scheme is "http" or "https")],
        [.. Words(match.Text("Scopes")).Select(Cut)]);

    private static IEnumerable<string> Words(string? text) =>
        text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostItems) ?? [];

    private static string Cut(string text) => text.Length > MostText ? text[..MostText] : text;
}
