using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Reads what a journal says of itself: its id, where its chain begins and where it ends.</summary>
internal static class JournalEnd
{
    /// <summary>The journal's id.</summary>
    /// <exception cref="JournalUnavailableException">The file is of a format that this version does not know.</exception>
    public static Guid ReadId(SqliteConnection connection, string file)
    {
        var format = connection.Scalar<long>("PRAGMA user_version");
        if (format != JournalSchema.Format)
        {
            throw new JournalUnavailableException(
                $"The journal {file} has format {format}; this version reads {JournalSchema.Format}. Run the version that wrote it, or move the folder away.");
        }

        var id = connection.Scalar<byte[]>("SELECT id FROM journal");
        return id is { Length: 16 } ? new Guid(id, bigEndian: true) : throw new JournalUnavailableException($"The journal {file} has lost its id.");
    }

    /// <summary>Sequence and hash of the last record; those of the anchor where no record is left.</summary>
    public static (long Sequence, ReadOnlyMemory<byte> Hash) Read(SqliteConnection connection)
    {
        using var command = connection.Prepare("SELECT sequence, hash FROM record ORDER BY sequence DESC LIMIT 1");
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : ReadAnchor(connection);
    }

    /// <summary>Sequence and hash of the record before the first kept one: 0 and zero bytes until something is trimmed.</summary>
    public static (long Sequence, ReadOnlyMemory<byte> Hash) ReadAnchor(SqliteConnection connection)
    {
        using var command = connection.Prepare("SELECT anchor_sequence, anchor_hash FROM journal");
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : (0, RecordHasher.Origin);
    }
}
