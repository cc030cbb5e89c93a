using System.Text.Json;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>A smoke sensor's message among the makers' own ones. OCPP 1.6 has none, so that makers use DataTransfer, each in its way. Without a connector
/// where the charger does not say which.</summary>
internal sealed record SmokeReport(int? Connector, bool Present)
{
    private static readonly string[] Clear = ["0", "false", "off", "no", "none", "normal", "clear", "cleared", "ok", "end", "ended"];
    private static readonly string[] StateKeys = ["smoke", "alarm", "present", "state", "status", "value"];
    private static readonly string[] ConnectorKeys = ["connectorId", "connector", "outlet"];

    /// <summary>
    /// Null where the message is not about smoke: its message id does not hold the word. Anything that does not plainly say that the air
    /// is clear means smoke.
    /// </summary>
    public static SmokeReport? Read(DataMessage message)
    {
        if (message.MessageId?.Contains("smoke", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return null;
        }

        var ends = message.MessageId.EndsWith("clear", StringComparison.OrdinalIgnoreCase)
            || message.MessageId.EndsWith("cleared", StringComparison.OrdinalIgnoreCase);
        return message.Data is { } data && data.AsSpan().TrimStart().StartsWith('{')
            ? ReadObject(data, ends)
            : new SmokeReport(null, !ends && !SaysClear(message.Data));
    }

    private static SmokeReport ReadObject(string data, bool ends)
    {
        try
        {
            using var document = JsonDocument.Parse(data, new JsonDocumentOptions { MaxDepth = 8 });
            var state = Find(document.RootElement, StateKeys);
            var connector = Find(document.RootElement, ConnectorKeys);
            var word = state.ValueKind == JsonValueKind.Undefined ? null : state.AsText() ?? state.GetRawText();
            return new SmokeReport(
                connector.ValueKind == JsonValueKind.Number && connector.TryGetInt32(out var number) && number is > 0 and <= OcppLimits.Connectors ? number : null,
                !ends && !SaysClear(word));
        }
        catch (JsonException)
        {
            return new SmokeReport(null, !ends);
        }
    }

    private static bool SaysClear(string? word) => word is not null && Clear.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase);

    private static JsonElement Find(JsonElement root, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (root.TryGetProperty(key, out var value))
            {
                return value;
            }
        }

        return default;
    }
}
