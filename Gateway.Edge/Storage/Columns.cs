using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Storage;

/// <summary>How ids, times and enumerations stand in columns.</summary>
internal static class Columns
{
    public static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);

    public static byte[]? Key(Guid? id) => id is { } given ? Key(given) : null;

    public static long? Ticks(DateTimeOffset? instant) => instant?.UtcTicks;

    public static Guid Id(this SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    public static Guid? IdOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Id(column);

    public static DateTimeOffset Instant(this SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    public static int? IntOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
