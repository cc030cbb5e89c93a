using System.Globalization;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Contract;

/// <summary>The user properties of one message on a media topic. The payload is the chunk's plain bytes, its content type the medium's.</summary>
/// <param name="Sha256">Hash of the whole medium, lower-case hex.</param>
/// <param name="Index">From 0.</param>
/// <param name="Count">Chunks of the medium, at least 1.</param>
/// <param name="Length">Bytes of the whole medium.</param>
/// <param name="Role">What the medium shows.</param>
public readonly record struct MediaChunk(string Sha256, int Index, int Count, long Length, string Role)
{
    public const string Sha256Property = "sha256";
    public const string IndexProperty = "index";
    public const string CountProperty = "count";
    public const string LengthProperty = "length";
    public const string RoleProperty = "role";

    /// <summary>As the properties of a message.</summary>
    public KeyValuePair<string, string>[] ToProperties() =>
    [
        new(Sha256Property, Sha256),
        new(IndexProperty, Index.ToString(CultureInfo.InvariantCulture)),
        new(CountProperty, Count.ToString(CultureInfo.InvariantCulture)),
        new(LengthProperty, Length.ToString(CultureInfo.InvariantCulture)),
        new(RoleProperty, Role),
    ];

    /// <summary>Reads a message's properties; null when one is missing or makes no sense.</summary>
    public static MediaChunk? Read(MqttMessage message)
    {
        string? Find(string name) => message.UserProperties?.FirstOrDefault(pair => pair.Key == name).Value;
        return Find(Sha256Property) is { Length: 64 } sha256
            && sha256.All(char.IsAsciiHexDigitLower)
            && int.TryParse(Find(IndexProperty), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(Find(CountProperty), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && long.TryParse(Find(LengthProperty), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && index < count
            ? new MediaChunk(sha256, index, count, length, Find(RoleProperty) ?? "")
            : null;
    }
}
