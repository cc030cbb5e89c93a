using System.Globalization;
using System.Text.Json;
using Gateway.Drivers.Buses.Http;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>A terminal's word on a request, from either of its forms: JSON or a <c>ResponseStatus</c> element.</summary>
/// <param name="Ok">It was done.</param>
/// <param name="Code">The machine's word for what is wrong, such as <c>employeeNoAlreadyExist</c>; empty where none was given.</param>
/// <param name="Words">For people: code, message and HTTP status.</param>
internal sealed record IsapiStatus(bool Ok, string Code, string Words)
{
    /// <summary>The person or the face is there already.</summary>
    public bool IsDuplicate => Code.Contains("AlreadyExist", StringComparison.OrdinalIgnoreCase);

    /// <summary>There is no such person or face.</summary>
    public bool IsAbsent => Code.Contains("NotExist", StringComparison.OrdinalIgnoreCase) || Code.Contains("notFound", StringComparison.OrdinalIgnoreCase);

    /// <summary>This terminal cannot do that at all.</summary>
    public bool IsUnsupported => Code.Contains("notSupport", StringComparison.OrdinalIgnoreCase);

    /// <summary>The terminal has no time just now; the same request may succeed later.</summary>
    public bool IsBusy => Code.Contains("busy", StringComparison.OrdinalIgnoreCase) || Code.Contains("upgrading", StringComparison.OrdinalIgnoreCase);

    public static IsapiStatus Of(DeviceHttpReply reply)
    {
        var (number, code, message) = Read(reply);
        var ok = reply.IsSuccess && number is null or 0 or 1;
        var http = ((int)reply.Status).ToString(CultureInfo.InvariantCulture);
        string[] words = [code, message, $"HTTP {http}"];
        return new IsapiStatus(ok, ok ? "" : code, string.Join(", ", words.Where(word => word.Length > 0)));
    }

    private static (int? Number, string Code, string Message) Read(DeviceHttpReply reply)
    {
        try
        {
            if (reply.Body.Span.TrimStart(" \r\n\t"u8).StartsWith("{"u8))
            {
                using var json = JsonDocument.Parse(reply.Body);
                var root = json.RootElement;
                return (root.Int("statusCode"), root.Text("subStatusCode") ?? "", root.Text("errorMsg") ?? root.Text("statusString") ?? "");
            }

            if (reply.Body.IsEmpty || IsapiXml.Parse(reply.Body) is not { } xml || xml.Name.LocalName != "ResponseStatus")
            {
                return (null, "", "");
            }

            var number = int.TryParse(xml.Text("statusCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null;
            return (number, xml.Text("subStatusCode") ?? "", xml.Text("statusString") ?? "");
        }
        catch (JsonException)
        {
            return (null, "", "");
        }
    }
}
