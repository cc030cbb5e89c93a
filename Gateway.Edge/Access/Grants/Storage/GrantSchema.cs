using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>The tables of <c>grants.db</c>. Times are UTC ticks, ids big-endian bytes; names, numbers, hosts and faces are sealed.</summary>
internal static class GrantSchema
{
    private const string Tables = """
        CREATE TABLE worker (
          id BLOB PRIMARY KEY,
          consent_at INTEGER,
          consent_text TEXT,
          erased_at INTEGER,
          face_key BLOB,
          data_key BLOB NOT NULL,
          sealed BLOB NOT NULL) STRICT;
        CREATE TABLE template (
          worker BLOB NOT NULL REFERENCES worker (id),
          ordinal INTEGER NOT NULL,
          sealed BLOB NOT NULL,
          PRIMARY KEY (worker, ordinal)) STRICT;
        CREATE TABLE photo (
          worker BLOB NOT NULL REFERENCES worker (id),
          ordinal INTEGER NOT NULL,
          sealed BLOB NOT NULL,
          PRIMARY KEY (worker, ordinal)) STRICT;
        CREATE TABLE worker_grant (
          id BLOB PRIMARY KEY,
          worker BLOB NOT NULL REFERENCES worker (id),
          tag TEXT NOT NULL,
          places TEXT NOT NULL,
          hours TEXT,
          holidays INTEGER NOT NULL,
          entries INTEGER,
          used INTEGER NOT NULL,
          from_at INTEGER NOT NULL,
          until_at INTEGER NOT NULL,
          revision INTEGER NOT NULL,
          revoked_at INTEGER,
          ended_at INTEGER,
          last_gate TEXT,
          last_at INTEGER,
          inside_at INTEGER,
          overstayed_at INTEGER,
          vehicles TEXT NOT NULL,
          entered_by TEXT NOT NULL,
          entered_at INTEGER NOT NULL,
          data_key BLOB NOT NULL,
          sealed BLOB NOT NULL) STRICT;
        CREATE INDEX worker_grant_worker ON worker_grant (worker);
        CREATE TABLE receipt (
          grant_id BLOB NOT NULL REFERENCES worker_grant (id),
          device TEXT NOT NULL,
          revision INTEGER NOT NULL,
          erased INTEGER NOT NULL,
          confirmed_at INTEGER NOT NULL,
          PRIMARY KEY (grant_id, device, revision)) STRICT;
        CREATE TABLE holiday (day TEXT PRIMARY KEY) STRICT;
        CREATE TABLE lease (
          resident BLOB PRIMARY KEY,
          ends_at INTEGER NOT NULL) STRICT;
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
