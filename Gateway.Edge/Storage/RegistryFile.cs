using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Storage;

/// <summary>
/// A registry's SQLite file, which the gateway must not do without silently: every commit is durable, what is deleted is overwritten, and a
/// damaged file is set aside, never deleted.
/// </summary>
internal static class RegistryFile
{
    /// <summary>Opens the file, makes it with its <paramref name="tables"/> where there is none; what is deleted is overwritten with zeros.</summary>
    public static SqliteConnection Open(string file, string tables)
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
                connection.Execute(tables);
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

    /// <summary>Sets a damaged file aside; the folder that it lies in then and what is wrong with it, null when it is sound or absent.</summary>
    /// <param name="file">The file.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="clock">Names the folder.</param>
    public static (string Folder, string Finding)? SetAsideIfDamaged(string file, Func<string, SqliteConnection> open, TimeProvider clock)
    {
        if (!File.Exists(file) || Find(file, open) is not { } finding)
        {
            return null;
        }

        var folder = Path.Combine(Path.GetDirectoryName(file)!, $"{FolderPrefix(file)}{clock.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}");
        PrivateFiles.CreateDirectory(folder);
        // The log first: without it the file alone is older, with another file's log it would be wrong.
        foreach (var suffix in new[] { "-wal", "-shm", "" })
        {
            if (File.Exists(file + suffix))
            {
                File.Move(file + suffix, Path.Combine(folder, Path.GetFileName(file) + suffix));
            }
        }

        DirectorySync.Flush(Path.GetDirectoryName(file)!);
        return (folder, finding);
    }

    /// <summary>Sets a damaged file aside and returns the health record that tells of it; null when it is sound or absent.</summary>
    /// <param name="file">The file.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="clock">Names the folder.</param>
    /// <param name="code">What the record is called.</param>
    /// <param name="words">What people are told, with the folder that the file lies in then.</param>
    public static JournalEntry? TellOfDamage(string file, Func<string, SqliteConnection> open, TimeProvider clock, string code, Func<string, LocalizedText> words) =>
        SetAsideIfDamaged(file, open, clock) is not var (folder, finding)
            ? null
            : HealthRecord.Of(
                code, "Degraded", words(folder), new Dictionary<string, string>(StringComparer.Ordinal) { ["setAside"] = folder, ["finding"] = finding });

    /// <summary>True while a damaged one lies beside the file, also after a restart.</summary>
    public static bool DamagedLiesBeside(string file) => Directory.EnumerateDirectories(Path.GetDirectoryName(file)!, FolderPrefix(file) + "*").Any();

    private static string FolderPrefix(string file) => Path.GetFileNameWithoutExtension(file) + ".damaged-";

    private static string? Find(string file, Func<string, SqliteConnection> open)
    {
        try
        {
            using var connection = open(file);
            var answer = connection.Scalar<string>("PRAGMA quick_check(1)");
            return answer == "ok" ? null : answer;
        }
        catch (SqliteException error) when (error.IsDamage())
        {
            return error.Message;
        }
    }
}
