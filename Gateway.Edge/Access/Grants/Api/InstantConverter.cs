using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Access.Grants.Api;

/// <summary>Instants over HTTP: with their offset, or refused. Read in the zone of the box, one without it would end a grant hours off.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>How to write one.</summary>
    public const string Fix = "Write an instant with its offset, such as 2026-06-30T18:00:00+08:00 or 2026-06-30T10:00:00Z.";

    // "2026-06-30T10:00Z" is the shortest.
    private const int Shortest = 17;
    private const int Separator = 10;

    /// <summary>Reads a date, <c>T</c>, a time and <c>Z</c> or an offset; false for anything else.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text is { Length: >= Shortest } && text[Separator] == 'T'
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var clock)
            && clock.Kind != DateTimeKind.Unspecified
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var instant) ? instant : throw new JsonException(Fix);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
