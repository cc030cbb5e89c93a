using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Storage;

/// <summary>One change under way. Owned by <see cref="VehicleDatabase.ChangeAsync"/>.</summary>
internal sealed class VehicleTransaction(SqliteConnection connection)
{
    /// <summary>The file.</summary>
    public SqliteConnection File => connection;

    /// <summary>Whether the journal is to be told.</summary>
    public bool HasRecords { get; private set; }

    /// <summary>Puts a record into the outbox, part of the change.</summary>
    public void Record(VehicleAudit audit, params IReadOnlyList<MediaReference> media)
    {
        connection.Execute(
            "INSERT INTO outbox (data, media) VALUES ($data, $media)",
            ("$data", JsonSerializer.SerializeToUtf8Bytes(audit, JsonSerializerOptions.Web)),
            ("$media", media.Count == 0 ? null : JsonSerializer.Serialize(media)));
        HasRecords = true;
    }
}
