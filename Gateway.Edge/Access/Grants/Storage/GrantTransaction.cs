using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>One change of <c>grants.db</c> under way.</summary>
internal sealed class GrantTransaction(SqliteConnection file) : OutboxChange(file)
{
    /// <summary>Puts an audit fact into the outbox, part of the change.</summary>
    public void Record(GrantAudit audit) => Add(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, audit);

    /// <summary>Puts an event about a grant into the outbox, part of the change.</summary>
    public void Record(GrantData data, EventPriority priority = EventPriority.Info) => Add(EventKind.Grant, priority, data.Device, data);

    private void Add<T>(string kind, EventPriority priority, string device, T data) => Put(
        JsonSerializer.SerializeToUtf8Bytes(new GrantRecord(kind, priority, device, JsonSerializer.SerializeToUtf8Bytes(data, JsonSerializerOptions.Web))), []);
}
