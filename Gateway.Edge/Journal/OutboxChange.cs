using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>One change of a registry's file under way. Owned by <see cref="OutboxDatabase{TChange}.ChangeAsync"/>.</summary>
internal abstract class OutboxChange(SqliteConnection file)
{
    /// <summary>The file.</summary>
    public SqliteConnection File => file;

    /// <summary>Whether the journal is to be told.</summary>
    public bool HasRecords { get; private set; }

    /// <summary>Puts a record into the outbox, part of the change.</summary>
    protected void Put(byte[] data, IReadOnlyList<MediaReference> media)
    {
        file.Execute(
            "INSERT INTO outbox (data, media) VALUES ($data, $media)",
            ("$data", data),
            ("$media", media.Count == 0 ? null : JsonSerializer.Serialize(media)));
        HasRecords = true;
    }
}
