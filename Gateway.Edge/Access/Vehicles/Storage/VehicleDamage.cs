using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Storage;

/// <summary>
/// Looks whether the vehicles' file can be read. One that cannot is set aside, never deleted, and an empty one takes its place: the arms
/// stay down for vehicles that nobody knows any more, the guard decides, and the gateway says so.
/// </summary>
internal static class VehicleDamage
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Sets a damaged file aside and returns the health record that tells of it; null when the file is sound or absent.</summary>
    public static JournalEntry? SetAsideIfDamaged(string file, TimeProvider clock)
    {
        if (!File.Exists(file) || Find(file) is not { } finding)
        {
            return null;
        }

        var folder = Path.Combine(Path.GetDirectoryName(file)!, $"vehicles.damaged-{clock.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}");
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
        return HealthRecord.Of(
            "vehicles-damaged",
            "Degraded",
            new LocalizedText(
                $"车辆登记文件已损坏，已另存到 {folder}。请停止网关并恢复备份，或导入车辆表格；在此之前道闸不认识其中的车辆，由门岗放行。",
                $"The vehicles' registry was damaged and is kept in {folder}. Stop the gateway and restore the backup, or import the vehicles' table; until then barriers do not know the vehicles in it and the guard decides."),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["setAside"] = folder, ["finding"] = finding });
    }

    private static string? Find(string file)
    {
        try
        {
            using var connection = VehicleSchema.Open(file);
            var answer = connection.Scalar<string>("PRAGMA quick_check(1)");
            return answer == "ok" ? null : answer;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return error.Message;
        }
    }
}
