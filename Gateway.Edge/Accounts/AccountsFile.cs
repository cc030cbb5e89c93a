using System.Data.Common;
using Gateway.Cloud.Contract;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gateway.Edge.Accounts;

/// <summary>Where the accounts lie, and what every connection to them needs for a commit to survive a power cut.</summary>
internal sealed class AccountsFile(string dataDirectory) : DbConnectionInterceptor
{
    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.Combine(dataDirectory, "accounts.db");

    /// <summary>Not pooled: the file may be set aside at the next start.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, ForeignKeys = true }.ToString();

    /// <summary>Makes the file where there is none, and sets a damaged one aside.</summary>
    /// <returns>The health record that tells of damage; null where there is none.</returns>
    public JournalEntry? Prepare(TimeProvider clock)
    {
        var damage = RegistryFile.TellOfDamage(
            Path,
            AccountSchema.Open,
            clock,
            "accounts-damaged",
            folder => new LocalizedText(
                $"账号文件已损坏，已另存到 {folder}。所有账号须重新建立：首次登录的密码在数据目录的 {FirstAccount.FileName} 文件中；或停止网关并恢复备份。",
                $"The accounts' file was damaged and is kept in {folder}. Accounts have to be made anew: the first password is in the file {FirstAccount.FileName} of the data directory. Or stop the gateway and restore the backup."));
        AccountSchema.Open(Path).Dispose();
        return damage;
    }

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Harden((SqliteConnection)connection);

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Harden((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static void Harden(SqliteConnection connection)
    {
        connection.Execute("PRAGMA synchronous = FULL");
        connection.Execute("PRAGMA secure_delete = ON");
    }
}
