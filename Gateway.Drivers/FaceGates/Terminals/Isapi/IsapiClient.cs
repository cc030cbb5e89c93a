using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>Requests in a terminal's dialect, and its answers as values. Safe for several threads.</summary>
internal sealed class IsapiClient(DeviceHttpClient http, string device)
{
    /// <summary>Opens the terminal's endless stream of events.</summary>
    public Task<HttpResponseMessage> OpenEventsAsync(CancellationToken cancellationToken) =>
        http.OpenAsync("/ISAPI/Event/notification/alertStream", cancellationToken);

    /// <exception cref="DeviceFaultException">The answer is not what was asked for.</exception>
    public async Task<XElement> GetXmlAsync(string path, string root, CancellationToken cancellationToken)
    {
        var reply = await http.SendAsync(HttpMethod.Get, path, content: null, cancellationToken);
        return reply.IsSuccess && IsapiXml.Parse(reply.Body) is { } xml && xml.Name.LocalName == root ? xml : throw Unexpected(path, reply);
    }

    public async Task<IsapiStatus> PutXmlAsync(string path, XElement body, CancellationToken cancellationToken)
    {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body.ToString(SaveOptions.DisableFormatting);
        using var content = new StringContent(text, Encoding.UTF8, "application/xml");
        return IsapiStatus.Of(await http.SendAsync(HttpMethod.Put, path, content, cancellationToken));
    }

    /// <summary>Asks and takes the object of the given name out of the answer.</summary>
    /// <exception cref="DeviceFaultException">The answer is not what was asked for.</exception>
    public async Task<JsonElement> AskJsonAsync(HttpMethod method, string path, JsonObject? body, string member, CancellationToken cancellationToken)
    {
        using var content = body is null ? null : Json(body);
        var reply = await http.SendAsync(method, path, content, cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            return reply.IsSuccess && json.RootElement.Member(member) is { ValueKind: JsonValueKind.Object } found
                ? found.Clone()
                : throw Unexpected(path, reply);
        }
        catch (JsonException)
        {
            throw Unexpected(path, reply);
        }
    }

    public async Task<IsapiStatus> TellJsonAsync(HttpMethod method, string path, JsonObject body, CancellationToken cancellationToken)
    {
        using var content = Json(body);
        return IsapiStatus.Of(await http.SendAsync(method, path, content, cancellationToken));
    }

    /// <summary>Sends a JSON part and a picture; terminals want the JSON first.</summary>
    public async Task<IsapiStatus> TellFormAsync(string path, string name, JsonObject body, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        // Terminals take neither quotation marks around the boundary nor fields without them.
        var boundary = "----gateway" + Guid.NewGuid().ToString("N");
        using var form = new MultipartFormDataContent(boundary);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        using var json = Json(body);
        using var jpeg = new ReadOnlyMemoryContent(picture);
        jpeg.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        json.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        jpeg.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"img\"", FileName = "\"face.jpg\"" };
        form.Add(json);
        form.Add(jpeg);
        return IsapiStatus.Of(await http.SendAsync(HttpMethod.Post, path, form, cancellationToken));
    }

    /// <summary>What to throw when a terminal refused to do something.</summary>
    public DeviceFaultException Refused(string what, IsapiStatus status) => new($"{device}: the terminal did not {what}: {status.Words}.");

    private DeviceFaultException Unexpected(string path, DeviceHttpReply reply) =>
        new($"{device}: the terminal did not answer {path} as such terminals do: {IsapiStatus.Of(reply).Words}. Fix: check its model and firmware.");

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");
}
