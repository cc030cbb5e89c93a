using Gateway.Edge.Digest.Counts;
using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Digest.Storage;

/// <summary>Statements of the digest, each within the caller's transaction.</summary>
internal static class DigestRows
{
    /// <summary>How far it has come; null in a new file.</summary>
    public static DigestMark? ReadMark(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT journal, zone, through, newest, counts_from FROM digest");
        using var row = command.ExecuteReader();
        return row.Read() ? new DigestMark(row.Id(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)) : null;
    }

    /// <summary>Notes how far it has come.</summary>
    public static void Write(SqliteConnection file, DigestMark mark) => file.Execute(
        "INSERT OR REPLACE INTO digest VALUES (1, $journal, $zone, $through, $newest, $from)",
        ("$journal", Columns.Key(mark.Journal)),
        ("$zone", mark.Zone),
        ("$through", mark.Through),
        ("$newest", mark.Newest),
        ("$from", mark.CountsFrom));

    /// <summary>Last counter of each outlet.</summary>
    public static Dictionary<(string Device, string Outlet), double> ReadMeters(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT device, outlet, watt_hours FROM meter");
        using var row = command.ExecuteReader();
        var meters = new Dictionary<(string, string), double>();
        while (row.Read())
        {
            meters[(row.GetString(0), row.GetString(1))] = row.GetDouble(2);
        }

        return meters;
    }

    /// <summary>Every sort with its number.</summary>
    public static Dictionary<EventSort, long> ReadSorts(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT kind, device, code, method, tag, id FROM sort");
        using var row = command.ExecuteReader();
        var sorts = new Dictionary<EventSort, long>();
        while (row.Read())
        {
            sorts[new EventSort(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))] = row.GetInt64(5);
        }

        return sorts;
    }

    /// <summary>Adds a sort and returns its number.</summary>
    public static long AddSort(SqliteConnection file, EventSort sort) => file.Scalar<long>(
        "INSERT INTO sort (kind, device, code, method, tag) VALUES ($kind, $device, $code, $method, $tag) RETURNING id",
        ("$kind", sort.Kind),
        ("$device", sort.Device),
        ("$code", sort.Code),
        ("$method", sort.Method),
        ("$tag", sort.Tag));

    /// <summary>Adds what a run of records counted.</summary>
    public static void Add(SqliteConnection file, BatchCounts counts, Func<EventSort, long> sortOf, IReadOnlyDictionary<(string Device, string Outlet), double> meters)
    {
        foreach (var ((day, sort), count) in counts.Days)
        {
            file.Execute(
                "INSERT INTO day_count VALUES ($day, $sort, $count) ON CONFLICT DO UPDATE SET count = count + excluded.count",
                ("$day", day), ("$sort", sortOf(sort)), ("$count", count));
        }

        foreach (var ((day, hour), count) in counts.Hours)
        {
            file.Execute(
                "INSERT INTO hour_count VALUES ($day, $hour, $count) ON CONFLICT DO UPDATE SET count = count + excluded.count",
                ("$day", day), ("$hour", hour), ("$count", count));
        }

        foreach (var ((day, device, outlet), used) in counts.Energy)
        {
            file.Execute(
                "INSERT INTO energy VALUES ($day, $device, $outlet, $used) ON CONFLICT DO UPDATE SET watt_hours = watt_hours + excluded.watt_hours",
                ("$day", day), ("$device", device), ("$outlet", outlet), ("$used", used));
        }

        foreach (var key in counts.Read)
        {
            file.Execute("INSERT OR REPLACE INTO meter VALUES ($device, $outlet, $now)", ("$device", key.Device), ("$outlet", key.Outlet), ("$now", meters[key]));
        }

        AddAlerts(file, counts);
    }

    // The first record raises the alert, the first note that is taken of it afterwards counts.
    private static void AddAlerts(SqliteConnection file, BatchCounts counts)
    {
        foreach (var (kind, incident, day, at, isAcknowledgement) in counts.Alerts)
        {
            file.Execute(
                isAcknowledgement
                    ? "UPDATE alert SET acknowledged = coalesce(acknowledged, $at) WHERE kind = $kind AND incident = $incident"
                    : "INSERT OR IGNORE INTO alert (kind, incident, day, at) VALUES ($kind, $incident, $day, $at)",
                ("$kind", kind),
                ("$incident", incident),
                ("$day", day),
                ("$at", at.UtcTicks));
        }
    }

    /// <summary>Forgets where records lie, all of them.</summary>
    public static void ForgetEvents(SqliteConnection file) => file.Execute("DELETE FROM event; DELETE FROM plate; DELETE FROM mention; DELETE FROM person");

    /// <summary>Forgets people of whom no record is left.</summary>
    public static void ForgetStrays(SqliteConnection file) => file.Execute("DELETE FROM person WHERE id NOT IN (SELECT person FROM mention)");

    /// <summary>Forgets what was counted from a day on.</summary>
    public static void ForgetDays(SqliteConnection file, int from)
    {
        foreach (var table in new[] { "day_count", "hour_count", "energy", "alert" })
        {
            file.Execute($"DELETE FROM {table} WHERE day >= $from", ("$from", from));
        }
    }

    /// <summary>Forgets days that are over for long.</summary>
    public static void ForgetOld(SqliteConnection file, int before)
    {
        foreach (var table in new[] { "day_count", "hour_count", "energy", "alert" })
        {
            file.Execute($"DELETE FROM {table} WHERE day < $before", ("$before", before));
        }
    }

    /// <summary>Forgets where some of the records lay that the journal has removed; how many were forgotten.</summary>
    public static int ForgetEventsBefore(SqliteConnection file, long first, int most)
    {
        var limit = Math.Min(first, (file.Scalar<long?>("SELECT min(sequence) FROM event") ?? first) + most);
        file.Execute("DELETE FROM mention WHERE sequence < $limit", ("$limit", limit));
        file.Execute("DELETE FROM plate WHERE sequence < $limit", ("$limit", limit));
        return file.Execute("DELETE FROM event WHERE sequence < $limit", ("$limit", limit));
    }
}
