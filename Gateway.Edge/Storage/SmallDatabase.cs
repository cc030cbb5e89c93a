using Gateway.Cloud.Contract.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Storage;

/// <summary>Opens a small SQLite file that the gateway can do without: damage sets it aside, and one that cannot be used is replaced by memory.</summary>
internal static class SmallDatabase
{
    /// <summary>Opens or makes the file, private to the gateway's user; never fails for what lies on the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">Pragmas and tables, made where they are absent.</param>
    /// <param name="logger">Told what was set aside or cannot be used.</param>
    public static SqliteConnection Open(string path, string schema, ILogger logger)
    {
        try
        {
            return OpenOrSetAside(path, schema, logger);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            StorageLog.Unusable(logger, path, error);
            return Connect(":memory:", schema);
        }
    }

    private static SqliteConnection OpenOrSetAside(string path, string schema, ILogger logger)
    {
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            PrivateFiles.Touch(path);
            return Connect(path, schema);
        }
        catch (SqliteException error) when (error.IsDamage())
        {
            var aside = path + ".damaged";
            StorageLog.SetAside(logger, path, aside, error);
            File.Move(path, aside, overwrite: true);
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            PrivateFiles.Touch(path);
            return Connect(path, schema);
        }
    }

    private static SqliteConnection Connect(string path, string schema)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute(schema);

            // A damaged page may lie where opening does not look.
            return connection.Scalar<string>("PRAGMA quick_check(1)") is { } finding and not "ok" ? throw new SqliteException(finding, SqliteShorthand.Corrupt) : connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
