using System.Data.Common;

namespace Gateway.Cloud.Station.Storage;

/// <summary>One prepared statement used for many rows of a transaction. Owned by one thread.</summary>
internal sealed class SqlStatement : IAsyncDisposable
{
    private readonly DbCommand _command;

    /// <param name="connection">Open connection.</param>
    /// <param name="transaction">The transaction the rows belong to.</param>
    /// <param name="sql">A constant text with parameters in the order of <paramref name="parameters"/>.</param>
    /// <param name="parameters">Names such as <c>@compound</c>.</param>
    public SqlStatement(DbConnection connection, DbTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
#pragma warning disable CA2100 // Callers pass constants; values travel as parameters.
        _command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs with these values, in the order of the parameters; answers the number of rows changed.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken, params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs with these values; answers the rows.</summary>
    public Task<DbDataReader> ReadAsync(CancellationToken cancellationToken, params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteReaderAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private void Set(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }
}
