using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Charging.Storage;

/// <summary>A journal record on its way through the outbox.</summary>
/// <param name="Kind">One of <see cref="EventKind"/>.</param>
/// <param name="Priority">How urgently it travels.</param>
/// <param name="Device">The charging point.</param>
/// <param name="Data">The kind's data.</param>
internal sealed record ChargingRecord(string Kind, EventPriority Priority, string Device, JsonElement Data)
{
    /// <summary>A record of that data.</summary>
    public static ChargingRecord Of<T>(string kind, EventPriority priority, string device, T data) =>
        new(kind, priority, device, JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web));

    /// <summary>As the journal takes it.</summary>
    public JournalEntry ToEntry() => new(Kind, Priority, Device, JsonSerializer.SerializeToUtf8Bytes(Data, JsonSerializerOptions.Web), []);
}
