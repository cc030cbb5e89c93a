using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Digest.Reading;

/// <summary>Reads journal records of every kind for the digest; of those of a later version as much as can be read. Pure.</summary>
internal static class EventReading
{
    private const int LongestWord = 64;

    private static readonly string[] s_findings =
        [GrantData.WrongGate, GrantData.WrongHour, GrantData.AfterEnd, GrantData.TooManyEntries, GrantData.Overstay, GrantData.TwoOnOnePass];

    /// <summary>What the digest takes from a record.</summary>
    public static DigestEvent Of(JournalRecord record)
    {
        var bare = new DigestEvent(record.Sequence, record.Time, new EventSort(record.Kind, Short(record.Device)));
        try
        {
            using var document = JsonDocument.Parse(record.Data);
            return document.RootElement is { ValueKind: JsonValueKind.Object } data ? Read(bare, data, record) : bare;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Text that is no text: known by its kind alone.
            return bare;
        }
    }

    private static DigestEvent Read(DigestEvent bare, JsonElement data, JournalRecord record) => record.Kind switch
    {
        EventKind.Passage => Passage(bare, data),
        EventKind.Vehicle => Vehicle(bare, data, record),
        EventKind.DeviceHealth => bare with { Sort = bare.Sort with { Code = Word(data, "code"), Method = Word(data, "state") } },
        EventKind.Grant => Grant(bare, data, record),
        EventKind.Charging => Charging(bare, data, record),
        EventKind.Fire => bare with { Sort = Coded(bare, data, "code"), Alert = IsTest(data) ? null : Incident(data, record) },
        EventKind.FallingObject => Falling(bare, data, record),
        EventKind.Sos => Sos(bare, data),
        EventKind.Stranger => Stranger(bare, data, record),
        EventKind.Audit => Audit(bare, data),
        _ => bare with { Sort = Coded(bare, data, "code") },
    };

    private static DigestEvent Passage(DigestEvent bare, JsonElement data)
    {
        var outcome = Word(data, "outcome");
        return bare with
        {
            Sort = bare.Sort with { Code = outcome, Method = Word(data, "method"), Tag = Tag(data) },
            Person = Id(data, "person"),
            IsPassage = outcome is nameof(PassageOutcome.OpenedResident) or nameof(PassageOutcome.OpenedTemporaryWorker),
        };
    }

    private static DigestEvent Vehicle(DigestEvent bare, JsonElement data, JournalRecord record)
    {
        var (read, taken) = (Text(data, "plate"), Text(data, "matchedPlate"));
        return bare with
        {
            Sort = bare.Sort with { Code = Word(data, "code"), Method = Word(data, "outcome") },
            Plates = taken is null || taken == read ? read : $"{read}\n{taken}",
            Alert = IsUrgent(record) && !IsTest(data) && Text(data, "incident") is { } incident ? incident : null,
        };
    }

    private static DigestEvent Grant(DigestEvent bare, JsonElement data, JournalRecord record)
    {
        var phase = Word(data, "phase");
        return bare with
        {
            Sort = bare.Sort with { Code = phase, Tag = Tag(data) },
            Person = Id(data, "person"),
            // Each finding is told once, and so is an alert of its own.
            Alert = s_findings.Contains(phase, StringComparer.Ordinal) ? record.Id.ToString("N") : null,
        };
    }

    private static DigestEvent Charging(DigestEvent bare, JsonElement data, JournalRecord record) => bare with
    {
        Sort = Coded(bare, data, "code"),
        Alert = IsUrgent(record) && !IsTest(data) && Text(data, "incident") is { } incident ? incident : null,
        Meter = Text(data, "outlet") is { } outlet && Number(data, "energyWattHours") is { } energy ? (outlet, energy) : null,
    };

    private static DigestEvent Falling(DigestEvent bare, JsonElement data, JournalRecord record) => bare with
    {
        Sort = Coded(bare, data, "phase") with { Method = IsTest(data) ? "test" : "" },
        Alert = !IsTest(data) && Word(data, "phase") == nameof(FallingObjectPhase.Alert) ? Incident(data, record) : null,
    };

    private static DigestEvent Sos(DigestEvent bare, JsonElement data)
    {
        var (phase, press, isTest) = (Word(data, "phase"), Text(data, "press"), IsTest(data));
        return bare with
        {
            Sort = bare.Sort with { Code = phase, Method = isTest ? "test" : "" },
            Alert = !isTest && phase == nameof(SosPhase.Pressed) ? press : null,
            Acknowledged = !isTest && phase == nameof(SosPhase.Acknowledged) ? press : null,
        };
    }

    // The first sighting of a stranger is the alert; further ones belong to it.
    private static DigestEvent Stranger(DigestEvent bare, JsonElement data, JournalRecord record)
    {
        var isNew = record.Priority == EventPriority.High;
        return bare with { Sort = bare.Sort with { Code = isNew ? "alert" : "again" }, Alert = isNew ? record.Id.ToString("N") : null };
    }

    private static DigestEvent Audit(DigestEvent bare, JsonElement data) => bare with
    {
        Sort = bare.Sort with { Code = First(Word(data, "order"), Word(data, "name"), Word(data, "action")), Device = First(Word(data, "device"), bare.Sort.Device) },
        Person = Id(data, "subject") ?? Id(data, "resident"),
    };

    private static EventSort Coded(DigestEvent bare, JsonElement data, string member) => bare.Sort with { Code = Word(data, member) };

    private static string Tag(JsonElement data) =>
        data.TryGetProperty("tag", out var tag) && tag.ValueKind == JsonValueKind.Object && WorkerTag.Parse(Text(tag, "zh")) is { } known ? known.Code : "";

    private static string Incident(JsonElement data, JournalRecord record) => Text(data, "incident") ?? record.Id.ToString("N");

    private static bool IsUrgent(JournalRecord record) => record.Priority is EventPriority.Emergency or EventPriority.High;

    private static bool IsTest(JsonElement data) => data.TryGetProperty("test", out var test) && test.ValueKind == JsonValueKind.True;

    private static double? Number(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    // Ids are spelled in one way, whoever wrote them.
    private static string? Id(JsonElement data, string name) => Guid.TryParse(Text(data, name), out var id) ? id.ToString("N") : null;

    private static string Word(JsonElement data, string name) => Text(data, name) ?? "";

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestWord } text ? text : null;

    private static string First(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length > 0)
            {
                return word;
            }
        }

        return "";
    }

    private static string Short(string word) => word.Length <= LongestWord ? word : word[..LongestWord];
}
