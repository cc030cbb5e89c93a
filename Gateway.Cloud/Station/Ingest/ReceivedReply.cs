using System.Text.Json;
using Gateway.Cloud.Contract.Commands;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>A gateway's answer to a command.</summary>
/// <param name="Compound">From the topic.</param>
/// <param name="Reply">As it came.</param>
internal sealed record ReceivedReply(string Compound, CommandReply Reply)
{
    private const int MostBytes = 8192;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The answer; null when the payload is none.</summary>
    public static ReceivedReply? Read(string compound, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MostBytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<CommandReply>(payload, Json) is { } reply && Enum.IsDefined(reply.Outcome)
                ? new ReceivedReply(compound, reply)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
