using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Reads what the data of an event means to this station: news of an alert, the health of a device. Never throws for what it holds.</summary>
internal static partial class EventDataReader
{
    private const int MostIncidentCharacters = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = EventLimits.EventDepth,
    };

    /// <summary>The meaning, or why the data does not fit its kind.</summary>
    public static EventMeaning Read(string kind, string device, CloudEvent envelope)
    {
        try
        {
            return kind switch
            {
                EventKind.Stranger => Of(As<StrangerData>(envelope)),
                EventKind.Sos => Of(As<SosData>(envelope), envelope),
                EventKind.Fire or EventKind.Charging => Of(As<AlertData>(envelope), kind, device, envelope),
                EventKind.FallingObject => OfFall(As<AlertData>(envelope), As<FallPhase>(envelope).Phase, device, envelope),
                EventKind.Vehicle => OfVehicle(As<AlertData>(envelope), device, envelope),
                EventKind.Passage when As<PassageData>(envelope) is not null => EventMeaning.None,
                EventKind.DeviceHealth => new EventMeaning(Alert: null, As<DeviceHealthData>(envelope), Fault: null),
                _ => EventMeaning.None,
            };
        }
        catch (JsonException error)
        {
            return EventMeaning.Broken(error.Message);
        }
    }

    private static EventMeaning Of(StrangerData stranger) => stranger switch
    {
        { Stranger.Length: 0 or > MostIncidentCharacters } => EventMeaning.Broken("stranger must be 1 to 100 characters"),
        { Sightings: < 1 } => EventMeaning.Broken("sightings must be at least 1"),
        { Portrait: { } portrait } when !HashForm().IsMatch(portrait.Sha256) => EventMeaning.Broken("portrait sha256 must be 64 lower-case hex digits"),
        _ => EventMeaning.Of(new AlertNews(stranger.Stranger, stranger.GateName, stranger.Reason, stranger.FirstSeen, stranger.LastSeen)
        {
            Count = stranger.Sightings,
            Media = stranger.Portrait is { } best ? [best] : [],
            ReplacesMedia = true,
        }),
    };

    private static EventMeaning Of(SosData sos, CloudEvent envelope) => Guid.TryParse(sos.Press, out _)
        ? EventMeaning.Of(new AlertNews(sos.Press, sos.DeviceName, sos.Reason, sos.PressedAt, envelope.Time)
        {
            Place = sos.Zone,
            Media = envelope.Media,
            Test = sos.Test,
            Weight = WeightOf(sos.Phase),
            Phase = sos.Phase,
        })
        : EventMeaning.Broken("press must be a UUID");

    private static EventMeaning Of(AlertData data, string kind, string device, CloudEvent envelope) => data.Incident is { Length: 0 or > MostIncidentCharacters }
        ? EventMeaning.Broken("incident must be 1 to 100 characters")
        : EventMeaning.Of(new AlertNews(
            data.Incident ?? envelope.Id,
            data.DeviceName ?? new LocalizedText(device, device),
            data.Reason ?? new LocalizedText(string.Empty, string.Empty),
            envelope.Time,
            envelope.Time)
        {
            Place = data.Place,
            Media = envelope.Media,
            Test = data.Test,
            MayOpen = kind == EventKind.Fire || envelope.Priority <= EventPriority.High,
        });

    // Each thing that fell counts; its evidence adds pictures and changes nothing else. What gateways keep for property staff is not for here.
    private static EventMeaning OfFall(AlertData data, FallingObjectPhase? phase, string device, CloudEvent envelope) =>
        Of(data, EventKind.FallingObject, device, envelope) is { Alert: { } news }
            ? EventMeaning.Of(news with
            {
                Media = [.. envelope.Media.Where(medium => medium.Role is FallingObjectData.StillRole or FallingObjectData.ClipRole)],
                Weight = phase == FallingObjectPhase.Evidence ? AlertNews.Ordinary - 1 : AlertNews.Ordinary,
            })
            : EventMeaning.Broken("incident must be 1 to 100 characters");

    // What a barrier does is for the record; a vehicle that concerns the station bears an incident.
    private static EventMeaning OfVehicle(AlertData data, string device, CloudEvent envelope) =>
        data.Incident is null || envelope.Priority > EventPriority.High ? EventMeaning.None : Of(data, EventKind.Vehicle, device, envelope);

    // Evidence, a lamp that has changed and a light that is at rest again say nothing about what the caller needs. Tampering alone is news,
    // but lighter than any call.
    private static int WeightOf(SosPhase phase) => phase switch
    {
        SosPhase.LongPressed => AlertNews.Call + 1,
        SosPhase.Pressed => AlertNews.Call,
        SosPhase.Tamper => AlertNews.Ordinary,
        _ => AlertNews.Ordinary - 1,
    };

    private static T As<T>(CloudEvent envelope) => envelope.Data.Deserialize<T>(Json) ?? throw new JsonException("data is null");

    /// <summary>What a fall's event tells; null for one that only raises an alert.</summary>
    private sealed record FallPhase(FallingObjectPhase? Phase = null);

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HashForm();
}
