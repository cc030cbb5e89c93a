using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>A plate as its text.</summary>
internal sealed class PlateNumberConverter : JsonConverter<PlateNumber>
{
    /// <inheritdoc/>
    public override PlateNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlateNumber.TryParse(reader.GetString(), out var plate) ? plate : throw new JsonException("This is no number plate.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PlateNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
