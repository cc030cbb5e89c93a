using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Looks whether a record file can be trusted before anything is appended to it.</summary>
internal static class DamageCheck
{
    private const int NewestRecords = 256;

    /// <summary>What is wrong with the file, in words; null when nothing was found.</summary>
    public static string? Find(string file, JournalOptions options)
    {
        if (new FileInfo(file).Length == 0)
        {
            return null;
        }

        try
        {
            using var connection = JournalConnections.OpenOnce(file);
            return FindInPages(connection, file, options) ?? FindInNewest(connection);
        }
        catch (Exception error) when (JournalFaults.IsDamage(error))
        {
            return error.Message;
        }
    }

    private static string? FindInPages(SqliteConnection connection, string file, JournalOptions options)
    {
        if (new FileInfo(file).Length > options.CheckPagesUpToMegabytes * 1024L * 1024L)
        {
            return null;
        }

        var answer = connection.Scalar<string>("PRAGMA quick_check(1)");
        return answer == "ok" ? null : answer ?? "quick_check gave no answer";
    }

    private static string? FindInNewest(SqliteConnection connection)
    {
        if (connection.Scalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'journal'") == 0)
        {
            return null;
        }

        var (last, _) = JournalEnd.Read(connection);
        var walk = new ChainWalk(JournalEnd.ReadAnchor(connection));
        foreach (var record in JournalRows.Read(connection, last - NewestRecords, NewestRecords))
        {
            if (walk.Check(record, adoptFirst: true) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
