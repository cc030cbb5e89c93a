using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Checks an event message against the contract. Nothing that the broker delivers is trusted.</summary>
internal static partial class EnvelopeReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = EventLimits.EventDepth,
    };

    /// <summary>Reads one message of topic <c>sc/v1/{station}/{compound}/event/{kind}</c>.</summary>
    /// <param name="message">As it came from the broker.</param>
    /// <param name="station">This station's id.</param>
    /// <param name="most">Largest payload in bytes.</param>
    /// <param name="received">The event, when the answer is true.</param>
    /// <param name="reason">Why it was refused, when the answer is false.</param>
    public static bool TryRead(
        MqttMessage message,
        string station,
        int most,
        [NotNullWhen(true)] out ReceivedEvent? received,
        [NotNullWhen(false)] out string? reason)
    {
        received = null;
        var topic = message.Topic.Split('/');
        var compound = topic[3];
        var kind = topic[5];
        if (message.Payload.Length > most)
        {
            reason = $"payload of {message.Payload.Length} bytes is larger than Ingest:MaxEventBytes ({most})";
            return false;
        }

        CloudEvent? envelope;
        try
        {
            envelope = JsonSerializer.Deserialize<CloudEvent>(message.Payload.Span, Json);
        }
        catch (JsonException error)
        {
            reason = $"not a CloudEvent: {error.Message}";
            return false;
        }

        reason = Fault(envelope, station, compound, kind, out var device, out var sequence);
        if (reason is not null)
        {
            return false;
        }

        received = new ReceivedEvent(compound, kind, device, sequence, envelope!, EventDataReader.Read(kind, device, envelope!));
        return true;
    }

    private static string? Fault(CloudEvent? envelope, string station, string compound, string kind, out string device, out long sequence)
    {
        device = string.Empty;
        sequence = 0;
        if (envelope is null)
        {
            return "not a CloudEvent: null";
        }

        if (envelope.SpecVersion != "1.0")
        {
            return $"specversion '{Shorten(envelope.SpecVersion)}' is not 1.0";
        }

        if (!Guid.TryParse(envelope.Id, out _))
        {
            return $"id '{Shorten(envelope.Id)}' is not a UUID";
        }

        var source = SourceForm().Match(envelope.Source);
        if (!source.Success)
        {
            return $"source '{Shorten(envelope.Source)}' is not /stations/STATION/compounds/COMPOUND/devices/DEVICE";
        }

        if (source.Groups["station"].Value != station || source.Groups["compound"].Value != compound)
        {
            return $"source '{Shorten(envelope.Source)}' is not of compound '{compound}' at station '{station}', which the topic names";
        }

        if (envelope.Type != EventKind.TypeOf(kind))
        {
            return $"type '{Shorten(envelope.Type)}' is not that of the topic's kind '{kind}'";
        }

        if (!JournalPlace.TryReadSequence(envelope.Sequence, out sequence))
        {
            return $"sequence '{Shorten(envelope.Sequence)}' is not a number from 1 in 20 digits";
        }

        if (envelope.Journal.Length is 0 or > 64)
        {
            return "journal must be 1 to 64 characters";
        }

        if (!Enum.IsDefined(envelope.Priority))
        {
            return $"priority {(int)envelope.Priority} is unknown";
        }

        if (!HashForm().IsMatch(envelope.Hash) || !HashForm().IsMatch(envelope.PreviousHash))
        {
            return "hash and prevhash must be 64 lower-case hex digits";
        }

        device = source.Groups["device"].Value;
        return MediaFault(envelope.Media);
    }

    private static string? MediaFault(IReadOnlyList<MediaReference> media)
    {
        if (media.Count > EventLimits.Media)
        {
            return $"names {media.Count} media, more than {EventLimits.Media}";
        }

        return media.All(item => item is not null && HashForm().IsMatch(item.Sha256) && item.Length >= 0 && item.ContentType.Length <= EventLimits.MediaText)
            ? null
            : "a media reference lacks a sha256 of 64 lower-case hex digits or a possible length";
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "...");

    [GeneratedRegex("^/stations/(?<station>[a-z0-9-]{1,64})/compounds/(?<compound>[a-z0-9-]{1,64})/devices/(?<device>" + EventLimits.DeviceForm + ")\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourceForm();

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HashForm();
}
