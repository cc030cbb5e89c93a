using System.Net;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Http;

/// <summary>A small web server that devices push to.</summary>
internal sealed class HttpPushKind : BusKind<HttpPushDescription>
{
    /// <summary>Kind as in the hardware file.</summary>
    public const string Name = "http-push";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override BusUse Use => BusUse.Push;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context)
    {
        var listen = section.Text("listen", otherwise: "127.0.0.1");
        if (!IPAddress.TryParse(listen, out var address))
        {
            context.Fault(section, "listen", $"\"{listen}\" 不是 IP 地址", $"\"{listen}\" is no IP address");
            address = IPAddress.Loopback;
        }

        var certificate = section.Text("certificate", otherwise: "") is { Length: > 0 } path ? path : null;
        var key = section.Text("key", otherwise: "") is { Length: > 0 } keyPath ? keyPath : null;
        var plaintext = section.Flag("plaintext", otherwise: false);
        if ((certificate is null) != (key is null))
        {
            context.Fault(section, certificate is null ? "key" : "certificate", "证书与私钥必须同时给出", "a certificate and its key go together: name both");
        }
        else if (certificate is null && !plaintext && !IPAddress.IsLoopback(address))
        {
            context.Fault(
                section,
                "listen",
                "将以明文接收人像：请给出证书，或在仅有设备的网段内写明 \"plaintext\": true",
                "would receive pictures of people unencrypted: name a certificate, or state \"plaintext\": true for a network of devices alone");
        }

        var settings = new HttpPushSettings
        {
            Listen = new IPEndPoint(address, section.Whole("port", 1, 65535)),
            Certificate = certificate,
            Key = key,
            Plaintext = plaintext,
        };
        return new HttpPushDescription(head.Id, settings, Told(section, address, context));
    }

    /// <inheritdoc/>
    protected override IBus Open(HttpPushDescription description, DriverParts parts) => new HttpPushBus(
        BusHead.Reporter(description.Id), new Wording($"推送接收 {description.Id}", $"Push receiver {description.Id}"), description.Settings, parts.Clock);

    private static string Told(JsonSection section, IPAddress listen, HardwareContext context)
    {
        var any = listen.Equals(IPAddress.Any) || listen.Equals(IPAddress.IPv6Any);
        var told = section.Text("address", otherwise: any ? null : listen.ToString());
        if (told.Length > 0 && Uri.CheckHostName(told) == UriHostNameType.Unknown)
        {
            context.Fault(section, "address", $"\"{told}\" 不是地址或主机名", $"\"{told}\" is neither an address nor a host name");
        }

        return told;
    }
}
