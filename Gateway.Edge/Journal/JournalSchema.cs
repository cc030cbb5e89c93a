using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>The tables of the record file and what every connection to it is told.</summary>
internal static class JournalSchema
{
    /// <summary>Format number of the record file; a file of another one is refused.</summary>
    public const int Format = 1;

    // The index holds (priority, sequence): SQLite appends the key of the row to every index entry.
    private const string Tables = """
        CREATE TABLE journal (
          only INTEGER PRIMARY KEY CHECK (only = 1),
          id BLOB NOT NULL,
          anchor_sequence INTEGER NOT NULL,
          anchor_hash BLOB NOT NULL,
          receipted_through INTEGER NOT NULL) STRICT;
        CREATE TABLE record (
          sequence INTEGER PRIMARY KEY,
          id BLOB NOT NULL,
          time INTEGER NOT NULL,
          monotonic INTEGER NOT NULL,
          kind TEXT NOT NULL,
          priority INTEGER NOT NULL,
          device TEXT NOT NULL,
          data BLOB NOT NULL,
          media BLOB,
          previous_hash BLOB NOT NULL,
          hash BLOB NOT NULL) STRICT;
        CREATE INDEX record_by_priority ON record (priority);
        CREATE TRIGGER record_never_changes BEFORE UPDATE ON record
          BEGIN SELECT RAISE(ABORT, 'a journal record never changes'); END;
        CREATE TRIGGER record_goes_only_when_receipted BEFORE DELETE ON record
          WHEN OLD.sequence > (SELECT receipted_through FROM journal)
          BEGIN SELECT RAISE(ABORT, 'a journal record goes only after its receipt'); END;
        """;

    /// <summary>Makes the tables in an empty file, in one transaction with the journal's new id.</summary>
    public static void CreateWhereAbsent(SqliteConnection connection, Guid newJournalId)
    {
        if (connection.Scalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'journal'") > 0)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        connection.Execute(Tables);
        connection.Execute($"PRAGMA user_version = {Format}");
        connection.Execute(
            "INSERT INTO journal VALUES (1, $id, 0, $hash, 0)",
            ("$id", newJournalId.ToByteArray(bigEndian: true)),
            ("$hash", RecordHasher.Origin.ToArray()));
        transaction.Commit();
    }
}
