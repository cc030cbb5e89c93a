using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Digest.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Digest.Counts;

/// <summary>Reads what was counted. Each call reads by a connection of its own; safe for use by several threads.</summary>
internal sealed class DigestDaysReader(DigestKeeper keeper)
{
    /// <summary>The days from one to another, both included; all of one moment.</summary>
    /// <exception cref="SqliteException">The digest cannot be read.</exception>
    public DigestDays Read(DateOnly from, DateOnly to)
    {
        using var file = DigestSchema.OpenForReading(keeper.Path);
        using var transaction = file.BeginTransaction(deferred: true);
        var first = file.Scalar<long?>("SELECT min(day) FROM day_count");
        return new DigestDays(
            List(file, from, to, "SELECT day, kind, device, code, method, tag, count FROM day_count JOIN sort ON sort.id = day_count.sort WHERE day BETWEEN $from AND $to",
                row => new DayCount(Day(row), new EventSort(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), row.GetInt64(6))),
            List(file, from, to, "SELECT day, hour, count FROM hour_count WHERE day BETWEEN $from AND $to", row => (Day(row), row.GetInt32(1), row.GetInt64(2))),
            List(file, from, to, "SELECT day, device, sum(watt_hours) FROM energy WHERE day BETWEEN $from AND $to GROUP BY day, device", row => (Day(row), row.GetString(1), row.GetDouble(2))),
            List(file, from, to, "SELECT day, kind, at, acknowledged FROM alert WHERE day BETWEEN $from AND $to", row => new AlertCount(row.GetString(1), row.Instant(2), row.InstantOrNull(3))),
            first is { } number ? DateOnly.FromDayNumber((int)number) : null);
    }

    private static DateOnly Day(SqliteDataReader row) => DateOnly.FromDayNumber(row.GetInt32(0));

    private static List<T> List<T>(SqliteConnection file, DateOnly from, DateOnly to, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = file.Prepare(sql, ("$from", from.DayNumber), ("$to", to.DayNumber));
        using var row = command.ExecuteReader();
        var found = new List<T>();
        while (row.Read())
        {
            found.Add(read(row));
        }

        return found;
    }
}
