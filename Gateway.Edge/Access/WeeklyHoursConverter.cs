using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Access;

/// <summary>Weekly hours as their text.</summary>
internal sealed class WeeklyHoursConverter : JsonConverter<WeeklyHours>
{
    /// <inheritdoc/>
    public override WeeklyHours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WeeklyHours.TryParse(reader.GetString(), out var hours) ? hours : throw new JsonException("These are no weekly hours.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WeeklyHours value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
