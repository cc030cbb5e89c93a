using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Commands;

/// <summary>
/// What travels on <c>command/{name}</c>: an order of the station to one gateway, signed with the station's private key. The signature
/// covers station and compound too (see <see cref="CommandSignature"/>), so that no command serves at another gateway.
/// </summary>
public sealed record CommandEnvelope
{
    /// <summary>Largest message in bytes.</summary>
    public const int MostBytes = 32 * 1024;

    /// <summary>Longest time from <see cref="Issued"/> to <see cref="Expires"/>.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(60);

    /// <summary>What is to be done; equal to the topic's last segment.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>UUID of the order. It stays when the order is issued again, so that a gateway that has done it answers and does no more.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>When this message was signed, by the station's clock; whole milliseconds.</summary>
    [JsonPropertyName("issued")]
    public required DateTimeOffset Issued { get; init; }

    /// <summary>From then on it counts no more; whole milliseconds.</summary>
    [JsonPropertyName("expires")]
    public required DateTimeOffset Expires { get; init; }

    /// <summary>16 random bytes in lower-case hex, used once.</summary>
    [JsonPropertyName("nonce")]
    public required string Nonce { get; init; }

    /// <summary>Log-in name of the officer who ordered it.</summary>
    [JsonPropertyName("by")]
    public required string By { get; init; }

    /// <summary>The order's own data: JSON inside a string, so that what is signed survives any other spelling of the envelope.</summary>
    [JsonPropertyName("payload")]
    public required string Payload { get; init; }

    /// <summary>The station's certificate, base64 of its DER.</summary>
    [JsonPropertyName("certificate")]
    public required string Certificate { get; init; }

    /// <summary>ECDSA with SHA-256 over <see cref="CommandSignature.BytesOf"/>, base64 of the DER sequence.</summary>
    [JsonPropertyName("signature")]
    public required string Signature { get; init; }
}
