using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Events;

/// <summary>The retained state of a gateway; as its last will only <see cref="Online"/> and <see cref="Version"/> are known.</summary>
public sealed record GatewayState
{
    /// <summary>False when the broker or the gateway itself says that it has gone.</summary>
    [JsonPropertyName("online")]
    public required bool Online { get; init; }

    /// <summary>Version of the gateway's software.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>Id of the journal that counts the sequences.</summary>
    [JsonPropertyName("journal")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Journal { get; init; }

    /// <summary>Highest durable sequence of the journal.</summary>
    [JsonPropertyName("lastSequence")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LastSequence { get; init; }

    /// <summary>Highest sequence up to which the gateway knows the station to have everything.</summary>
    [JsonPropertyName("receipted")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Receipted { get; init; }

    /// <summary>When the state was written.</summary>
    [JsonPropertyName("at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? At { get; init; }
}
