using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Reads records from an open connection.</summary>
internal static class JournalRows
{
    private const int MediaAt = 8;
    private const string Columns = "sequence, id, time, monotonic, kind, priority, device, data, media, previous_hash, hash";

    /// <summary>Up to <paramref name="limit"/> records after the cursor, ascending.</summary>
    public static List<JournalRecord> Read(SqliteConnection connection, long after, int limit)
    {
        using var command = connection.Prepare(
            $"SELECT {Columns} FROM record WHERE sequence > $after ORDER BY sequence LIMIT $limit", ("$after", after), ("$limit", limit));
        return ReadAll(command);
    }

    /// <summary>Up to <paramref name="limit"/> records of one priority after the cursor, ascending.</summary>
    public static List<JournalRecord> Read(SqliteConnection connection, long after, EventPriority priority, int limit)
    {
        using var command = connection.Prepare(
            $"SELECT {Columns} FROM record WHERE priority = $priority AND sequence > $after ORDER BY sequence LIMIT $limit",
            ("$priority", (int)priority),
            ("$after", after),
            ("$limit", limit));
        return ReadAll(command);
    }

    /// <summary>The records of these sequences that are there, in the order asked for.</summary>
    public static List<JournalRecord> Pick(SqliteConnection connection, IReadOnlyList<long> sequences)
    {
        using var command = connection.Prepare($"SELECT {Columns} FROM record WHERE sequence = $sequence", ("$sequence", 0L));
        var records = new List<JournalRecord>(sequences.Count);
        foreach (var sequence in sequences)
        {
            command.Parameters[0].Value = sequence;
            using var rows = command.ExecuteReader();
            if (rows.Read())
            {
                records.Add(ReadOne(rows));
            }
        }

        return records;
    }

    private static List<JournalRecord> ReadAll(SqliteCommand command)
    {
        var records = new List<JournalRecord>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            records.Add(ReadOne(rows));
        }

        return records;
    }

    // A page of zeros reads as rows without values.
    private static JournalRecord ReadOne(SqliteDataReader row)
    {
        for (var column = 0; column < row.FieldCount; column++)
        {
            if (column != MediaAt && row.IsDBNull(column))
            {
                throw new InvalidCastException("A column of a record is empty that never is.");
            }
        }

        return new JournalRecord(
            row.GetInt64(0),
            new Guid(row.GetFieldValue<byte[]>(1), bigEndian: true),
            new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero),
            row.GetInt64(3),
            row.GetString(4),
            (EventPriority)row.GetInt32(5),
            row.GetString(6),
            row.GetFieldValue<byte[]>(7),
            MediaColumn.Read(row.IsDBNull(MediaAt) ? null : row.GetFieldValue<byte[]>(MediaAt)),
            row.GetFieldValue<byte[]>(9),
            row.GetFieldValue<byte[]>(10));
    }
}
