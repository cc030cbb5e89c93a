using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Tests.Station;

/// <summary>Messages as a gateway sends them.</summary>
internal static class Sample
{
    public const string Journal = "0190f0a0-0000-7000-8000-000000000001";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static CloudEvent Event(string station, string kind, long sequence, object data, string compound = StationUnderTest.Compound, params MediaReference[] media) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Source = $"/stations/{station}/compounds/{compound}/devices/east-gate",
        Type = EventKind.TypeOf(kind),
        Time = TimeProvider.System.GetUtcNow(),
        Sequence = sequence.ToString("D20", CultureInfo.InvariantCulture),
        Journal = Journal,
        Priority = kind == EventKind.Stranger ? EventPriority.High : EventPriority.Normal,
        PreviousHash = Hash($"{sequence - 1}"),
        Hash = Hash($"{sequence}"),
        Media = media,
        Data = JsonSerializer.SerializeToElement(data, Json),
    };

    public static PassageData Passage(PassageOutcome outcome = PassageOutcome.OpenedResident, string? name = "王*") => new(
        "east-gate",
        new LocalizedText("东门", "East gate"),
        outcome,
        outcome switch
        {
            PassageOutcome.OpenedResident => new LocalizedText("居民，已放行", "Resident, let in"),
            PassageOutcome.OpenedTemporaryWorker => new LocalizedText("水电工，授权到 18:00", "Plumber, granted until 18:00"),
            PassageOutcome.Refused => new LocalizedText("王师傅(水电工)的授权 12:00 已结束", "The plumber's grant ended at 12:00"),
            _ => new LocalizedText("未登记的人脸", "An unknown face"),
        },
        "face",
        outcome == PassageOutcome.Stranger ? null : "r-17",
        outcome == PassageOutcome.Stranger ? null : name,
        outcome == PassageOutcome.Stranger ? null : 0.71,
        180);

    public static StrangerData Stranger(string stranger, int sightings = 1, MediaReference? portrait = null) => new(
        stranger,
        "east-gate",
        new LocalizedText("东门", "East gate"),
        sightings,
        TimeProvider.System.GetUtcNow().AddMinutes(-sightings),
        TimeProvider.System.GetUtcNow(),
        new LocalizedText("未登记的人脸在东门停留", "An unknown face stayed at the east gate"),
        portrait);

    /// <summary>A press of the light by building 3, as its gateway tells it.</summary>
    public static SosData Sos(string press, SosPhase phase = SosPhase.Pressed, bool test = false, DateTimeOffset? pressedAt = null) => new(
        "light-3",
        new LocalizedText("3号楼路灯", "Streetlight of building 3"),
        press,
        phase,
        pressedAt ?? TimeProvider.System.GetUtcNow(),
        phase switch
        {
            SosPhase.Pressed => new LocalizedText("有人按下求助按钮", "Somebody pressed the SOS button"),
            SosPhase.LongPressed => new LocalizedText("有人长按求助按钮", "Somebody holds the SOS button down"),
            SosPhase.Tamper => new LocalizedText("路灯外壳被打开", "The housing of the light was opened"),
            _ => new LocalizedText("该次求助有新情况", "There is news of this call"),
        },
        test,
        new LocalizedText("中心花园", "Central garden"),
        Cameras: ["camera-2"]);

    public static CloudEvent SosEvent(string station, long sequence, SosData data, EventPriority priority = EventPriority.Emergency, params MediaReference[] media) =>
        Event(station, EventKind.Sos, sequence, data, media: media) with { Priority = priority, Source = SourceOf(station, data.Device) };

    public static CloudEvent HealthEvent(string station, long sequence, DeviceHealthData data) =>
        Event(station, EventKind.DeviceHealth, sequence, data) with { Source = SourceOf(station, data.Device) };

    public static DeviceHealthData Health(string device, string state, string code, string? availability = null) => new(
        device,
        "alarm-streetlight",
        state,
        code,
        new LocalizedText("按钮无响应，请检查接线", "The button does not answer: check its wiring"),
        availability is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["availability"] = availability });

    private static string SourceOf(string station, string device) => $"/stations/{station}/compounds/{StationUnderTest.Compound}/devices/{device}";

    public static MediaReference Medium(byte[] bytes, string contentType = "image/jpeg", string role = "portrait") =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)), contentType, bytes.Length, role);

    public static MqttMessage Message(CloudEvent envelope)
    {
        var source = envelope.Source.Split('/');
        return new MqttMessage(
            Topics.Event(source[2], source[4], envelope.Type.Split('.')[2]), JsonSerializer.SerializeToUtf8Bytes(envelope, Json), CloudEvent.ContentType);
    }

    public static IEnumerable<MqttMessage> Chunks(string station, byte[] bytes, int size, string? sha256 = null, string compound = StationUnderTest.Compound)
    {
        var parts = bytes.Chunk(size).ToList();
        sha256 ??= Convert.ToHexStringLower(SHA256.HashData(bytes));
        for (var index = 0; index < parts.Count; index++)
        {
            yield return new MqttMessage(
                Topics.Media(station, compound, sha256),
                parts[index],
                "image/jpeg",
                UserProperties: new MediaChunk(sha256, index, parts.Count, bytes.Length, "portrait").ToProperties());
        }
    }

    public static Receipt ReadReceipt(MqttMessage message) => JsonSerializer.Deserialize<Receipt>(message.Payload.Span, Json)!;

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
