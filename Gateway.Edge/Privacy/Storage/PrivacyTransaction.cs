using System.Text.Json;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Storage;

/// <summary>One change of <c>privacy.db</c> under way.</summary>
internal sealed class PrivacyTransaction(SqliteConnection file) : OutboxChange(file)
{
    /// <summary>Puts an audit fact into the outbox, part of the change.</summary>
    public void Record(PrivacyAudit audit) => Put(JsonSerializer.SerializeToUtf8Bytes(audit, JsonSerializerOptions.Web), []);
}
