using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Storage;

/// <summary>One change of <c>vehicles.db</c> under way.</summary>
internal sealed class VehicleTransaction(SqliteConnection file) : OutboxChange(file)
{
    /// <summary>Puts a record into the outbox, part of the change.</summary>
    public void Record(VehicleAudit audit, params IReadOnlyList<MediaReference> media) =>
        Put(JsonSerializer.SerializeToUtf8Bytes(audit, JsonSerializerOptions.Web), media);
}
