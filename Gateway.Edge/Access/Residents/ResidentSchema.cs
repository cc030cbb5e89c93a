using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Residents;

/// <summary>The tables of the registry's own file.</summary>
internal static class ResidentSchema
{
    // Whoever never consented has an empty consent_text. The phone number is sealed under the master key.
    // The outbox holds audit facts until the journal has them: written with the change, in one transaction.
    private const string Tables = """
        CREATE TABLE resident (
          id BLOB PRIMARY KEY,
          name TEXT NOT NULL,
          unit TEXT NOT NULL,
          consent_by TEXT NOT NULL,
          consent_at INTEGER NOT NULL,
          consent_text TEXT NOT NULL,
          withdrawn_at INTEGER,
          withdrawn_by TEXT,
          data_key BLOB,
          phone BLOB) STRICT;
        CREATE TABLE template (
          resident BLOB NOT NULL REFERENCES resident (id),
          ordinal INTEGER NOT NULL,
          sealed BLOB NOT NULL,
          PRIMARY KEY (resident, ordinal)) STRICT;
        CREATE TABLE photo (
          resident BLOB NOT NULL REFERENCES resident (id),
          ordinal INTEGER NOT NULL,
          sealed BLOB NOT NULL,
          PRIMARY KEY (resident, ordinal)) STRICT;
        CREATE TABLE audit_outbox (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          data BLOB NOT NULL) STRICT;
        PRAGMA user_version = 1;
        """;

    /// <summary>Opens the file, makes it where there is none; what is deleted is overwritten with zeros.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = RegistryFile.Open(file, Tables);
        try
        {
            // Files of before the console could hold phone numbers.
            if (connection.Scalar<long>("SELECT count(*) FROM pragma_table_info('resident') WHERE name = 'phone'") == 0)
            {
                connection.Execute("ALTER TABLE resident ADD COLUMN phone BLOB");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
