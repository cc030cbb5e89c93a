using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Storage;

/// <summary>The tables of <c>vehicles.db</c>. Times are UTC ticks, ids big-endian bytes; names, numbers and free words are sealed.</summary>
internal static class VehicleSchema
{
    private const string Tables = """
        CREATE TABLE vehicle (
          id BLOB PRIMARY KEY,
          plate TEXT NOT NULL UNIQUE,
          standing INTEGER NOT NULL,
          from_at INTEGER,
          until_at INTEGER,
          paid INTEGER,
          grant_id BLOB,
          hours TEXT,
          entries INTEGER,
          used INTEGER NOT NULL,
          entered_by TEXT NOT NULL,
          entered_at INTEGER NOT NULL,
          data_key BLOB NOT NULL,
          sealed BLOB NOT NULL) STRICT;
        CREATE TABLE stay (
          id BLOB PRIMARY KEY,
          plate TEXT,
          vehicle BLOB,
          standing INTEGER,
          state INTEGER NOT NULL,
          entered_at INTEGER,
          entry_barrier TEXT,
          left_at INTEGER,
          exit_barrier TEXT,
          allowed INTEGER,
          overstayed_at INTEGER,
          settled_at INTEGER,
          corrected_by TEXT,
          correction TEXT,
          sort_at INTEGER NOT NULL) STRICT;
        CREATE UNIQUE INDEX stay_inside ON stay (plate) WHERE state = 0 AND plate IS NOT NULL;
        CREATE INDEX stay_sort ON stay (sort_at);
        CREATE INDEX stay_left ON stay (left_at);
        CREATE TABLE notice (
          id BLOB PRIMARY KEY,
          plate TEXT NOT NULL,
          vehicle BLOB,
          asked_at INTEGER NOT NULL,
          asked INTEGER NOT NULL,
          state INTEGER NOT NULL,
          attempts INTEGER NOT NULL,
          next_at INTEGER,
          coming_at INTEGER,
          closed_at INTEGER,
          owner_shown INTEGER NOT NULL,
          caller_shown INTEGER NOT NULL,
          report BLOB,
          data_key BLOB NOT NULL,
          sealed BLOB NOT NULL) STRICT;
        CREATE INDEX notice_asked ON notice (asked_at);
        CREATE INDEX notice_plate ON notice (plate);
        CREATE TABLE report (
          id BLOB PRIMARY KEY,
          kind INTEGER NOT NULL,
          plate TEXT,
          reported_at INTEGER NOT NULL,
          reported_by TEXT NOT NULL,
          state INTEGER NOT NULL,
          told_at INTEGER,
          resolved_at INTEGER,
          resolved_by TEXT,
          picture TEXT,
          notice BLOB,
          data_key BLOB NOT NULL,
          sealed BLOB NOT NULL) STRICT;
        CREATE TABLE outbox (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          data BLOB NOT NULL,
          media TEXT) STRICT;
        PRAGMA user_version = 1;
        """;

    /// <summary>Opens the file, makes it where there is none; what is deleted is overwritten with zeros.</summary>
    public static SqliteConnection Open(string file) => RegistryFile.Open(file, Tables);
}
