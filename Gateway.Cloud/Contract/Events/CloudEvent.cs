using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Events;

/// <summary>A CloudEvents 1.0 envelope in structured JSON, content type <see cref="ContentType"/>.</summary>
public sealed record CloudEvent
{
    /// <summary>Content type of the structured form.</summary>
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    [JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    /// <summary>UUIDv7 of the journal record.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary><c>/stations/{station}/compounds/{compound}/devices/{device}</c>.</summary>
    [JsonPropertyName("source")]
    public required string Source { get; init; }

    /// <summary><c>cn.smartcompound.{kind}.v1</c>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("time")]
    public required DateTimeOffset Time { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";

    /// <summary>Journal sequence, 20 digits, zero-padded, so that it sorts as text.</summary>
    [JsonPropertyName("sequence")]
    public required string Sequence { get; init; }

    /// <summary>Id of the journal that counts this sequence: a replaced disk begins a new journal at 1.</summary>
    [JsonPropertyName("journal")]
    public required string Journal { get; init; }

    [JsonPropertyName("priority")]
    public required EventPriority Priority { get; init; }

    /// <summary>Lower-case hex SHA-256 of the previous record.</summary>
    [JsonPropertyName("prevhash")]
    public required string PreviousHash { get; init; }

    /// <summary>Lower-case hex SHA-256 of this record.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }

    /// <summary>Media the event refers to; they follow on their own topics.</summary>
    [JsonPropertyName("media")]
    public IReadOnlyList<MediaReference> Media { get; init; } = [];

    /// <summary>The kind's data.</summary>
    [JsonPropertyName("data")]
    public required JsonElement Data { get; init; }
}
