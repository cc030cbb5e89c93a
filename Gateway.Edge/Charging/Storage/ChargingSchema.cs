using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Storage;

/// <summary>The tables of <c>charging.db</c>. Times are UTC ticks, ids big-endian bytes. Nothing in it tells who charges.</summary>
internal static class ChargingSchema
{
    private const string Tables = """
        CREATE TABLE label (
          device TEXT NOT NULL,
          outlet TEXT NOT NULL,
          key TEXT NOT NULL UNIQUE,
          made_at INTEGER NOT NULL,
          PRIMARY KEY (device, outlet)) STRICT;
        CREATE TABLE session (
          id BLOB PRIMARY KEY,
          link TEXT NOT NULL UNIQUE,
          device TEXT NOT NULL,
          outlet TEXT NOT NULL,
          begun_at INTEGER NOT NULL,
          seen_at INTEGER NOT NULL,
          ended_at INTEGER,
          reason INTEGER,
          detail_zh TEXT,
          detail_en TEXT,
          proven INTEGER NOT NULL,
          watt_hours REAL NOT NULL,
          plateau REAL NOT NULL,
          tail REAL) STRICT;
        CREATE INDEX session_begun ON session (begun_at);
        CREATE INDEX session_outlet ON session (device, outlet, begun_at);
        CREATE UNIQUE INDEX session_open ON session (device, outlet) WHERE ended_at IS NULL;
        CREATE TABLE curve (
          session BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
          second REAL NOT NULL,
          watts REAL NOT NULL,
          PRIMARY KEY (session, second)) STRICT, WITHOUT ROWID;
        CREATE TABLE finding (
          session BLOB PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
          device TEXT NOT NULL,
          outlet TEXT NOT NULL,
          kind INTEGER NOT NULL,
          found_at INTEGER NOT NULL,
          plateau REAL NOT NULL,
          tail REAL NOT NULL,
          usual REAL,
          closed_at INTEGER,
          closed_by TEXT,
          note TEXT) STRICT;
        CREATE TABLE outbox (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          data BLOB NOT NULL,
          media TEXT) STRICT;
        PRAGMA user_version = 1;
        """;

    /// <summary>Opens the file, makes it where there is none.</summary>
    public static SqliteConnection Open(string file) => RegistryFile.Open(file, Tables);
}
