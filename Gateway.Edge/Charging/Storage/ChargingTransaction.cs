using System.Text.Json;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Storage;

/// <summary>One change of <c>charging.db</c> under way.</summary>
internal sealed class ChargingTransaction(SqliteConnection file) : OutboxChange(file)
{
    /// <summary>Puts a record into the outbox, part of the change.</summary>
    public void Record(ChargingRecord record) => Put(JsonSerializer.SerializeToUtf8Bytes(record, JsonSerializerOptions.Web), []);
}
