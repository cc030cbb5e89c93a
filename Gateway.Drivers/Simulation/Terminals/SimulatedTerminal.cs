using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Simulation.Terminals;

/// <summary>
/// A face terminal in memory that is spoken to as to a real one: people, faces, events, questions, a clock that may be wrong, and restarts.
/// Safe for several threads.
/// </summary>
internal sealed partial class SimulatedTerminal : HttpMessageHandler
{
    private readonly TimeProvider _clock;
    private readonly ITimer? _heart;
    private readonly Lock _gate = new(); // guards the terminal's memory
    private readonly JsonObject _settings = new() { ["remoteCheckDoorEnabled"] = false, ["checkChannelType"] = "PrivateSDK", ["needDeviceCheck"] = true };
    private XElement _listener = NoListener();

    /// <param name="clock">The true time, from which its own may drift.</param>
    /// <param name="beatEvery">How often its streams get a heartbeat; null for never.</param>
    public SimulatedTerminal(TimeProvider clock, TimeSpan? beatEvery = null)
    {
        _clock = clock;
        _heart = beatEvery is { } every ? clock.CreateTimer(_ => Beat(), null, every, every) : null;
    }

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Drift { get; set; }

    /// <summary>Its own time.</summary>
    public DateTimeOffset Now => _clock.GetLocalNow() + Drift;

    /// <summary>Where it pushes, as it was told; the path is empty where it was not.</summary>
    public XElement Listener
    {
        get
        {
            lock (_gate)
            {
                return new XElement(_listener);
            }
        }
    }

    /// <summary>The last command to its door; empty for none.</summary>
    public string DoorCommand { get; private set; } = "";

    /// <summary>Restarts: its streams end, and it has forgotten where to push to, as some do. People and events stay.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _listener = NoListener();
        }

        EndStreams();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var path = request.RequestUri!.AbsolutePath;
        return (request.Method.Method, path) switch
        {
            ("GET", "/ISAPI/System/time") => Xml(TimeXml()),
            ("PUT", "/ISAPI/System/time") => SetTime(body),
            ("GET", "/ISAPI/Event/notification/httpHosts/1") => Xml(Listener),
            ("PUT", "/ISAPI/Event/notification/httpHosts/1") => SetListener(body),
            ("GET", "/ISAPI/Event/notification/alertStream") => OpenStream(),
            ("GET", "/ISAPI/AccessControl/AcsCfg") => Settings(),
            ("PUT", "/ISAPI/AccessControl/AcsCfg") => SetSettings(body),
            ("PUT", "/ISAPI/AccessControl/remoteCheck") => TakeAnswer(body),
            ("POST", "/ISAPI/AccessControl/AcsEvent") => SearchEvents(body),
            ("POST", "/ISAPI/AccessControl/UserInfo/Search") => SearchPeople(body),
            ("POST", "/ISAPI/AccessControl/UserInfo/Record") => PutPerson(body, isNew: true),
            ("PUT", "/ISAPI/AccessControl/UserInfo/Modify") => PutPerson(body, isNew: false),
            ("PUT", "/ISAPI/AccessControl/UserInfo/Delete") => DeletePeople(body),
            ("POST", "/ISAPI/Intelligent/FDLib/FaceDataRecord") => await PutFaceAsync(request, body, cancellationToken),
            ("PUT", "/ISAPI/Intelligent/FDLib/FDSearch/Delete") => DeleteFaces(body),
            ("PUT", _) when path.StartsWith("/ISAPI/AccessControl/RemoteControl/door/", StringComparison.Ordinal) => Door(body),
            _ => Refuse(HttpStatusCode.NotFound, "notSupport"),
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _heart?.Dispose();
            EndStreams();
        }

        base.Dispose(disposing);
    }

    private static XElement NoListener() => XElement.Parse(
        "<HttpHostNotification version=\"2.0\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\"><id>1</id><url></url><protocolType>HTTP</protocolType>"
        + "<parameterFormatType>XML</parameterFormatType><addressingFormatType>ipaddress</addressingFormatType><ipAddress>0.0.0.0</ipAddress>"
        + "<portNo>0</portNo><httpAuthenticationMethod>none</httpAuthenticationMethod></HttpHostNotification>");

    private static HttpResponseMessage Json(JsonObject body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Xml(XElement body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "application/xml") };

    private static HttpResponseMessage Done() => Json(new JsonObject { ["statusCode"] = 1, ["statusString"] = "OK", ["subStatusCode"] = "ok" });

    private static HttpResponseMessage DoneXml() => Xml(new XElement(
        IsapiXml.Namespace + "ResponseStatus",
        new XElement(IsapiXml.Namespace + "statusCode", "1"),
        new XElement(IsapiXml.Namespace + "statusString", "OK"),
        new XElement(IsapiXml.Namespace + "subStatusCode", "ok")));

    private static HttpResponseMessage Refuse(HttpStatusCode status, string code) => Json(
        new JsonObject { ["statusCode"] = 6, ["statusString"] = "Invalid Content", ["subStatusCode"] = code, ["errorCode"] = 1610612737, ["errorMsg"] = code }, status);

    private static JsonObject Read(byte[] body, string member) => JsonNode.Parse(body)?[member]?.AsObject() ?? [];

    private XElement TimeXml() => new(
        IsapiXml.Namespace + "Time",
        new XElement(IsapiXml.Namespace + "timeMode", "manual"),
        new XElement(IsapiXml.Namespace + "localTime", Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
        new XElement(IsapiXml.Namespace + "timeZone", "CST-8:00:00"));

    private HttpResponseMessage SetTime(byte[] body)
    {
        if (!DateTimeOffset.TryParse(IsapiXml.Parse(body)?.Text("localTime"), CultureInfo.InvariantCulture, out var time))
        {
            return Refuse(HttpStatusCode.BadRequest, "badXmlContent");
        }

        Drift = time - _clock.GetUtcNow();
        return DoneXml();
    }

    private HttpResponseMessage SetListener(byte[] body)
    {
        if (IsapiXml.Parse(body) is not { Name.LocalName: "HttpHostNotification" } xml)
        {
            return Refuse(HttpStatusCode.BadRequest, "badXmlFormat");
        }

        lock (_gate)
        {
            // Passwords are kept and not shown.
            xml.Elements().Where(element => element.Name.LocalName == "password").Remove();
            _listener = xml;
        }

        return DoneXml();
    }

    private HttpResponseMessage Settings()
    {
        lock (_gate)
        {
            return Json(new JsonObject { ["AcsCfg"] = _settings.DeepClone() });
        }
    }

    private HttpResponseMessage SetSettings(byte[] body)
    {
        lock (_gate)
        {
            foreach (var (name, value) in Read(body, "AcsCfg"))
            {
                _settings[name] = value?.DeepClone();
            }
        }

        return Done();
    }

    private HttpResponseMessage Door(byte[] body)
    {
        DoorCommand = IsapiXml.Parse(body)?.Text("cmd") ?? "";
        if (DoorCommand == "open")
        {
            Log(minor: 21, number: null);
        }

        return DoneXml();
    }
}
