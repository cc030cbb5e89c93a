using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Storage;

/// <summary>Brings a database to the newest schema: each script in its own transaction, once, in order.</summary>
internal sealed class Migrator(IDbContextFactory<StationDatabase> databases, TimeProvider time, ILogger<Migrator> log)
{
    /// <summary>Applies what is missing.</summary>
    /// <exception cref="StorageFaultException">The database was written by a newer station, or an applied script has changed since.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        var connection = database.Database.GetDbConnection();
        await RunAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied TEXT NOT NULL)", cancellationToken);
        var applied = await AppliedAsync(connection, cancellationToken);
        var scripts = MigrationScript.For("Sqlite");
        Check(applied, scripts);
        foreach (var script in scripts.Skip(applied.Count))
        {
            await ApplyAsync(connection, script, cancellationToken);
            StorageLog.Migrated(log, script.Name);
        }
    }

    private static void Check(List<(string Name, string Checksum)> applied, IReadOnlyList<MigrationScript> scripts)
    {
        if (applied.Count > scripts.Count)
        {
            throw new StorageFaultException($"The database has schema {applied[^1].Name}, which this station does not know: it was written by a newer version. Start that version, or restore a backup from before the upgrade.");
        }

        for (var index = 0; index < applied.Count; index++)
        {
            if (applied[index] != (scripts[index].Name, scripts[index].Checksum))
            {
                throw new StorageFaultException($"The database was built with another text of {applied[index].Name} than this station carries. Start the version that wrote it.");
            }
        }
    }

    private async Task ApplyAsync(DbConnection connection, MigrationScript script, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, script.Sql, cancellationToken, transaction);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO schema_version (number, name, checksum, applied) VALUES (@number, @name, @checksum, @applied)";
        Add(command, "@number", script.Number);
        Add(command, "@name", script.Name);
        Add(command, "@checksum", script.Checksum);
        Add(command, "@applied", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<List<(string Name, string Checksum)>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, checksum FROM schema_version ORDER BY number";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text comes from the assembly's own scripts.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
