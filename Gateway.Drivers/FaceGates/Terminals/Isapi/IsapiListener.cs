using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>Where the terminal pushes to: <c>/ISAPI/Event/notification/httpHosts/1</c>. Terminals forget it at times, above all when they restart.</summary>
internal sealed class IsapiListener(IsapiClient client, TerminalListener wanted)
{
    private const string Path = "/ISAPI/Event/notification/httpHosts/1";

    /// <summary>Reads what the terminal has and sets it where that is something else.</summary>
    /// <returns>True when it had to be set.</returns>
    /// <exception cref="DeviceFaultException">The terminal refused.</exception>
    public async Task<bool> EnsureAsync(CancellationToken cancellationToken)
    {
        var target = Fields();
        var found = await client.GetXmlAsync(Path, "HttpHostNotification", cancellationToken);
        if (target.Where(field => field.Name is not "password").All(field => string.Equals(found.Text(field.Name) ?? "", field.Value, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var body = new XElement(
            IsapiXml.Namespace + "HttpHostNotification",
            new XAttribute("version", "2.0"),
            new XElement(IsapiXml.Namespace + "id", "1"),
            target.Select(field => new XElement(IsapiXml.Namespace + field.Name, field.Value)));
        var status = await client.PutXmlAsync(Path, body, cancellationToken);
        return status.Ok ? true : throw client.Refused("take the address to push its events to", status);
    }

    private List<(string Name, string Value)> Fields()
    {
        var isAddress = IPAddress.TryParse(wanted.Host, out _);
        List<(string Name, string Value)> fields =
        [
            ("url", wanted.Path),
            ("protocolType", wanted.Encrypted ? "HTTPS" : "HTTP"),
            ("parameterFormatType", "JSON"),
            ("addressingFormatType", isAddress ? "ipaddress" : "hostname"),
            (isAddress ? "ipAddress" : "hostName", wanted.Host),
            ("portNo", wanted.Port.ToString(CultureInfo.InvariantCulture)),
        ];
        if (wanted.Login is { } login)
        {
            fields.AddRange([("userName", login.User), ("password", login.Password)]);
        }

        fields.Add(("httpAuthenticationMethod", wanted.Login is null ? "none" : "MD5digest"));
        return fields;
    }
}
