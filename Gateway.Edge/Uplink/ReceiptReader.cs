using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Edge.Uplink;

/// <summary>Reads and checks receipts: what the network brings is not trusted to make sense.</summary>
internal static class ReceiptReader
{
    /// <summary>Why a receipt beyond the journal's end is not used.</summary>
    public const string NeverWritten = "a receipt for sequences that were never written";

    private const int MostRanges = 100;

    /// <summary>The receipt, or null and why not.</summary>
    public static Receipt? Read(MqttMessage message, Guid journal, long lastSequence, out string reason)
    {
        Receipt? receipt;
        try
        {
            receipt = JsonSerializer.Deserialize<Receipt>(message.Payload.Span, JsonSerializerOptions.Web);
        }
        catch (JsonException error)
        {
            reason = "not a receipt: " + error.Message;
            return null;
        }

        reason = receipt switch
        {
            null or { Journal: null } => "not a receipt: it names no journal",
            _ when !Guid.TryParse(receipt.Journal, out var named) || named != journal => "a receipt for another journal",
            _ when receipt.Watermark < 0 || receipt.Watermark > lastSequence => NeverWritten,
            { Missing.Count: > MostRanges } => "a receipt with more than 100 gaps",
            _ when receipt.Missing?.Any(range => range.From < 1 || range.To < range.From) == true => "a receipt with a gap that ends before it begins",
            _ when !AreHashes(receipt.Media) || !AreHashes(receipt.MissingMedia) => "a receipt with a malformed media hash",
            _ => "",
        };
        return reason.Length > 0 ? null : receipt! with
        {
            Missing = receipt.Missing ?? [],
            Media = receipt.Media ?? [],
            MissingMedia = receipt.MissingMedia ?? [],
        };
    }

    private static bool AreHashes(IReadOnlyList<string>? hashes) =>
        hashes is null || hashes.All(hash => hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower));
}
