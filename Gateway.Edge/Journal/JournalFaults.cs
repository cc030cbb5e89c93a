using System.Text.Json;
using Gateway.Cloud.Contract;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Says in words what went wrong with the record file, and what to do.</summary>
internal static class JournalFaults
{
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    /// <summary>True when the error means that the file's bytes are not what was written.</summary>
    public static bool IsDamage(Exception error) => error switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is Corrupt or NotADatabase,
        // A flipped bit can also turn up as a value that its column cannot have.
        JsonException or InvalidCastException or ArgumentException or OverflowException => true,
        _ => false,
    };

    /// <summary>True for what a disk, a file system or SQLite may answer.</summary>
    public static bool IsExpected(Exception error) =>
        IsDamage(error) || error is SqliteException or IOException or UnauthorizedAccessException or JournalUnavailableException;

    /// <summary>The sentence for a failed append.</summary>
    public static LocalizedText Describe(Exception error, string file) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Full => new(
            $"日志 {file} 已无空间可写：请释放磁盘空间、提高 Journal:MaximumMegabytes（需重启），或恢复与派出所的连接，使已回执的记录得以清理。",
            $"The journal {file} has no room left: free disk space, raise Journal:MaximumMegabytes and restart, or mend the way to the station, so that receipted records can go."),
        Corrupt or NotADatabase => new(
            $"日志 {file} 已损坏：请重启网关，启动时会另存损坏文件并取回可读记录。",
            $"The journal {file} is damaged: restart the gateway; it then sets the file aside and takes over what is readable."),
        IoError => new(
            $"磁盘无法写入日志 {file}：请检查存储卡或硬盘，恢复后自动继续。",
            $"The disk cannot write the journal {file}: check the card or drive; it goes on by itself once the disk does."),
        _ => new(
            $"日志 {file} 不可用：{error.Message}",
            $"The journal {file} is unavailable: {error.Message}"),
    };

    /// <summary>The error for a reader that met damage.</summary>
    public static JournalUnavailableException Unreadable(string file, long sequence, Exception error) => new(
        $"The journal {file} cannot be read at sequence {sequence}: {error.Message} Restart the gateway: it sets the damaged file aside and takes over what is readable.",
        error);
}
