using System.Text.Json;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Reads what a gateway, or its last will, says on its state topic.</summary>
internal static class GatewayStateReader
{
    private const int MostBytes = 4096;
    private const int MostJournalCharacters = 64;

    /// <summary>The state; null when the payload is not one.</summary>
    public static GatewayState? Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MostBytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<GatewayState>(payload) is { } state
                && state.Journal is null or { Length: > 0 and <= MostJournalCharacters }
                && state.LastSequence is null or (>= 0 and < long.MaxValue)
                ? state
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
