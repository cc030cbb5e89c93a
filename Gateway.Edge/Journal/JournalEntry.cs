using System.Text.Json;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>A fact on its way into the journal. The journal knows records, never what they mean.</summary>
/// <param name="Kind">One of <see cref="EventKind"/>.</param>
/// <param name="Priority">How urgently it travels upstream.</param>
/// <param name="Device">The device it concerns; <c>gateway</c> for the gateway itself.</param>
/// <param name="Data">The kind's data as UTF-8 JSON.</param>
/// <param name="Media">Media already in the media store, in order of importance.</param>
internal sealed record JournalEntry(
    string Kind,
    EventPriority Priority,
    string Device,
    ReadOnlyMemory<byte> Data,
    IReadOnlyList<MediaReference> Media)
{
    /// <summary>An entry whose data is serialised with the wire contract's settings.</summary>
    public static JournalEntry Of<T>(string kind, EventPriority priority, string device, T data, params IReadOnlyList<MediaReference> media) =>
        new(kind, priority, device, JsonSerializer.SerializeToUtf8Bytes(data, JsonSerializerOptions.Web), media);
}
