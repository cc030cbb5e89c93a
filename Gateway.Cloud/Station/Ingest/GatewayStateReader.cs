using System.Text.Json;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Reads what a gateway says about itself on its state topic: a JSON object with <c>online</c> true or false.</summary>
internal static class GatewayStateReader
{
    private const int MostBytes = 4096;

    public static bool TryRead(ReadOnlySpan<byte> payload, out bool online)
    {
        online = false;
        if (payload.Length is 0 or > MostBytes)
        {
            return false;
        }

        var reader = new Utf8JsonReader(payload);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("online", out var value)
                || value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                return false;
            }

            online = value.GetBoolean();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
