using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Events;

/// <summary>Names a medium by the hash of its plain bytes; the bytes travel on their own topic after the event.</summary>
/// <param name="Sha256">Lower-case hex, 64 characters, of the plain bytes.</param>
/// <param name="ContentType">Media type such as <c>image/jpeg</c>.</param>
/// <param name="Length">Plain length in bytes.</param>
/// <param name="Role">What the medium shows, such as <c>portrait</c> or <c>clip</c>.</param>
public sealed record MediaReference(
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("contentType")] string ContentType,
    [property: JsonPropertyName("length")] long Length,
    [property: JsonPropertyName("role")] string Role);
