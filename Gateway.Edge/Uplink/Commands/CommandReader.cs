using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Cloud.Contract.Commands;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>Reads a command's envelope. Nothing that the network brings is trusted to make sense.</summary>
internal static partial class CommandReader
{
    private const int MostOfficerCharacters = 256;

    private static readonly JsonSerializerOptions Json = new() { RespectNullableAnnotations = true };

    /// <summary>The envelope; null where it is none, or not that of the topic's name.</summary>
    public static CommandEnvelope? Read(ReadOnlySpan<byte> payload, string name)
    {
        if (payload.Length > CommandEnvelope.MostBytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<CommandEnvelope>(payload, Json) is { } command
                && command.Name == name
                && Guid.TryParse(command.Id, out _)
                && NonceForm().IsMatch(command.Nonce)
                && command.By.Length is > 0 and <= MostOfficerCharacters
                && command.Expires > command.Issued
                && command.Expires - command.Issued <= CommandEnvelope.LongestLife
                ? command
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[0-9a-f]{32}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NonceForm();
}
