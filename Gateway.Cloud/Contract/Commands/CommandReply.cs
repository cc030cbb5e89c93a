using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Commands;

/// <summary>What a gateway answers on the command's response topic, with its correlation data.</summary>
/// <param name="Id">Id of the command; empty when it could not be read.</param>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Code">Stable machine-readable cause, such as <c>done</c> or <c>expired</c>.</param>
/// <param name="Reason">The same in words, with the fix where there is one.</param>
/// <param name="At">The gateway's clock: where it differs from the station's, commands seem expired.</param>
public sealed record CommandReply(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("outcome")] CommandOutcome Outcome,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("reason")] LocalizedText Reason,
    [property: JsonPropertyName("at")] DateTimeOffset At)
{
    /// <summary>The content type of a command and of a reply.</summary>
    public const string ContentType = "application/json; charset=utf-8";
}
