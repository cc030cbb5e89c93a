using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Storage;

/// <summary>The tables of <c>privacy.db</c>. Times are UTC ticks, ids big-endian bytes; names are sealed and go with their key.</summary>
internal static class PrivacySchema
{
    // An erasure's plan is sealed until it is done, and erased then. Steps are the receipts, one for each store.
    private const string Tables = """
        CREATE TABLE erasure (
          id BLOB PRIMARY KEY,
          subject BLOB NOT NULL,
          kind INTEGER NOT NULL,
          basis TEXT NOT NULL,
          begun_by TEXT NOT NULL,
          begun_at INTEGER NOT NULL,
          finished_at INTEGER,
          backups_at INTEGER,
          waiting TEXT,
          data_key BLOB,
          sealed BLOB) STRICT;
        CREATE TABLE erasure_step (
          erasure BLOB NOT NULL REFERENCES erasure (id),
          ordinal INTEGER NOT NULL,
          store TEXT NOT NULL,
          done_at INTEGER NOT NULL,
          receipt TEXT NOT NULL,
          hash BLOB NOT NULL,
          PRIMARY KEY (erasure, store)) STRICT;
        CREATE TABLE consent (
          subject BLOB NOT NULL,
          at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          text TEXT NOT NULL,
          withdrawn_at INTEGER,
          row_key BLOB NOT NULL,
          data_key BLOB,
          sealed BLOB,
          PRIMARY KEY (subject, at)) STRICT;
        CREATE TABLE assessment (
          version INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          saved_by TEXT NOT NULL,
          data TEXT NOT NULL) STRICT;
        CREATE TABLE setting (
          name TEXT PRIMARY KEY,
          value TEXT NOT NULL) STRICT;
        CREATE TABLE outbox (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          data BLOB NOT NULL,
          media TEXT) STRICT;
        PRAGMA user_version = 1;
        """;

    /// <summary>Opens the file, makes it where there is none; what is deleted is overwritten with zeros.</summary>
    public static SqliteConnection Open(string file) => RegistryFile.Open(file, Tables);
}
