using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Residents;

/// <summary>The tables of the registry's own file.</summary>
internal static class ResidentSchema
{
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
          data_key BLOB) STRICT;
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
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(file)!);
        PrivateFiles.Touch(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = true,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            connection.Execute("PRAGMA secure_delete = ON");
            if (connection.Scalar<long>("PRAGMA user_version") == 0)
            {
                using var transaction = connection.BeginTransaction();
                connection.Execute(Tables);
                transaction.Commit();
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
