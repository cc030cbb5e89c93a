using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Console.Audit;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Console.Events;

/// <summary>Journal records of every kind in words. Names are masked as the records hold them. Safe for several threads.</summary>
internal sealed class EventLines(IDeviceDirectory devices)
{
    /// <summary>The record's line; one that cannot be read is told of by its kind alone.</summary>
    public EventLine Of(JournalRecord record)
    {
        var seen = EventReading.Of(record);
        var bare = new EventLine(
            record.Sequence, record.Time, EventTexts.Kind(record.Kind), EventTexts.Icon(record.Kind), ToneOf(record, seen), NameOf(seen.Sort.Device), EventTexts.What(seen.Sort), null, null, null, PlateOf(seen.Plates));
        try
        {
            using var document = JsonDocument.Parse(record.Data);
            return document.RootElement is { ValueKind: JsonValueKind.Object } data ? Read(bare, record, data) : bare;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return bare;
        }
    }

    /// <summary>A device's name; its id where it stands here no more.</summary>
    public LocalizedText NameOf(string device) => device is "" or "gateway"
        ? EventTexts.Gateway
        : devices.Hardware.Devices.FirstOrDefault(known => known.Id.Value == device)?.Head.Name.Localized() ?? new LocalizedText(device, device);

    private static EventLine Read(EventLine bare, JournalRecord record, JsonElement data)
    {
        if (record.Kind == EventKind.Audit)
        {
            return AuditLines.Of(record) is { } audit ? bare with { What = audit.What, Who = audit.By, Reason = audit.Why is { } why ? new LocalizedText(why, why) : null } : bare;
        }

        return bare with
        {
            Place = Words(data, "gateName") ?? Words(data, "deviceName") ?? bare.Place,
            Reason = Words(data, "reason"),
            Who = Text(data, "maskedName") ?? Text(data, "orderedBy"),
            Tag = Words(data, "tag"),
        };
    }

    private static Tone ToneOf(JournalRecord record, DigestEvent seen) => (seen.Sort.Kind, seen.Sort.Code) switch
    {
        (EventKind.Passage, nameof(PassageOutcome.OpenedResident) or nameof(PassageOutcome.OpenedTemporaryWorker)) => Tone.Good,
        (EventKind.Passage, nameof(PassageOutcome.Stranger)) => Tone.High,
        (EventKind.Passage, nameof(PassageOutcome.OpenedInEmergency)) => Tone.Emergency,
        (EventKind.Passage, _) => Tone.Normal,
        (EventKind.Audit, _) => Tone.Unknown,
        _ => record.Priority switch
        {
            EventPriority.Emergency => Tone.Emergency,
            EventPriority.High => Tone.High,
            EventPriority.Normal => Tone.Normal,
            _ => Tone.Unknown,
        },
    };

    private static string? PlateOf(string? plates) =>
        plates is null ? null : PlateNumber.TryParse(plates.Split('\n')[^1], out var plate) ? plate.Display : plates.Split('\n')[^1];

    private static LocalizedText? Words(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var words) && words.ValueKind == JsonValueKind.Object && Text(words, "zh") is { } zh && Text(words, "en") is { } en ? new LocalizedText(zh, en) : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
