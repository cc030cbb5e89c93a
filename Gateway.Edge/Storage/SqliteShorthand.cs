using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Storage;

/// <summary>One-line statements over a SQLite connection.</summary>
internal static class SqliteShorthand
{
    /// <summary>SQLite's code for a file whose pages contradict each other (SQLITE_CORRUPT).</summary>
    public const int Corrupt = 11;

    private const int NotADatabase = 26; // SQLITE_NOTADB

    /// <summary>The file itself is wrong, not its use.</summary>
    public static bool IsDamage(this SqliteException error) => error.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Prepare(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; the default where there is none or it is null.</summary>
    public static T? Scalar<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Prepare(sql, parameters);
        return command.ExecuteScalar() is T value ? value : default;
    }

    /// <summary>A command with its parameters; null values become SQL's NULL.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        // Every statement is a constant of this program; values travel as parameters only.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
