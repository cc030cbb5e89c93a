using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests.Reliability;

/// <summary>A database of the product, looked at from outside: opened for reading alone, for one question at a time.</summary>
internal sealed class DataFile(string path)
{
    private const int Busy = 5;
    private const int CannotOpen = 14;

    /// <summary>Rows of a query.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public IReadOnlyList<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of these tests; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Rows of a query that is asked again anyway; none while the file's owner is just making, recovering or closing it.</summary>
    public IReadOnlyList<T> Look<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        try
        {
            return File.Exists(path) ? Read(sql, row, parameters) : [];
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Busy or CannotOpen || error.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return [];
        }
    }

    /// <summary>One number, for a question that is asked again anyway; 0 where there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        Look(sql, row => row.IsDBNull(0) ? 0 : row.GetInt64(0), parameters) is [var number, ..] ? number : 0;
}
