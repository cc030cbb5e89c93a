using System.Text.Json;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>A record's media references as they stand in their column: JSON, or null when there are none.</summary>
internal static class MediaColumn
{
    public static byte[]? Write(IReadOnlyList<MediaReference> media) =>
        media.Count == 0 ? null : JsonSerializer.SerializeToUtf8Bytes(media, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">The column holds something else.</exception>
    public static IReadOnlyList<MediaReference> Read(byte[]? column) =>
        column is null ? [] : JsonSerializer.Deserialize<MediaReference[]>(column, JsonSerializerOptions.Web) ?? [];
}
