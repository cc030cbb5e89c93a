using System.Globalization;
using System.Text.Json;
using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Digest.Storage;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Tests.Digest;

/// <summary>What the digest has to hold, counted the plain way: line by line over the whole journal.</summary>
internal static class DirectCount
{
    /// <summary>Days by sort, hours of passages, energy, alerts with what became of them; one line each.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<JournalRecord> records, TimeZoneInfo zone)
    {
        var lines = new List<string>();
        var events = records.Select(EventReading.Of).ToList();
        string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lines.AddRange(events.GroupBy(seen => (Day: Day(seen.At), seen.Sort)).Select(group => $"day {group.Key.Day} {group.Key.Sort} {group.Count()}"));
        lines.AddRange(events.Where(seen => seen.IsPassage).GroupBy(seen => (Day: Day(seen.At), TimeZoneInfo.ConvertTime(seen.At, zone).Hour)).Select(group => $"hour {group.Key.Day} {group.Key.Hour} {group.Count()}"));
        lines.AddRange(Energy(records, Day));
        foreach (var alert in events.Where(seen => seen.Alert is not null).GroupBy(seen => (seen.Sort.Kind, seen.Alert)))
        {
            // Somebody may take note of what is not on record as an alert; that is none.
            var first = alert.First();
            var taken = events.Where(seen => seen.Sequence > first.Sequence && seen.Sort.Kind == alert.Key.Kind && seen.Acknowledged == alert.Key.Alert).Select(seen => (long?)seen.At.UtcTicks).FirstOrDefault();
            lines.Add($"alert {alert.Key.Kind} {alert.Key.Alert} {Day(first.At)} {first.At.UtcTicks} {taken}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The same out of the digest's file.</summary>
    public static IReadOnlyList<string> Read(string path)
    {
        using var file = DigestSchema.OpenForReading(path);
        var sorts = DigestRows.ReadSorts(file).ToDictionary(sort => sort.Value, sort => sort.Key);
        var lines = new List<string>();
        static string Day(long number) => DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        void Each(string sql, Func<Microsoft.Data.Sqlite.SqliteDataReader, string> line)
        {
            using var command = file.Prepare(sql);
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                lines.Add(line(row));
            }
        }

        Each("SELECT day, sort, count FROM day_count", row => $"day {Day(row.GetInt64(0))} {sorts[row.GetInt64(1)]} {row.GetInt64(2)}");
        Each("SELECT day, hour, count FROM hour_count", row => $"hour {Day(row.GetInt64(0))} {row.GetInt64(1)} {row.GetInt64(2)}");
        Each("SELECT day, outlet, watt_hours FROM energy", row => $"energy {Day(row.GetInt64(0))} {row.GetString(1)} {row.GetDouble(2):0}");
        Each("SELECT kind, incident, day, at, acknowledged FROM alert", row => $"alert {row.GetString(0)} {row.GetString(1)} {Day(row.GetInt64(2))} {row.GetInt64(3)} {(row.IsDBNull(4) ? null : row.GetInt64(4))}");
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static IEnumerable<string> Energy(IReadOnlyList<JournalRecord> records, Func<DateTimeOffset, string> day)
    {
        var (last, sums) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<(string, string), double>());
        foreach (var record in records.Where(record => record.Kind == "charging"))
        {
            using var data = JsonDocument.Parse(record.Data);
            if (data.RootElement.ValueKind != JsonValueKind.Object || !data.RootElement.TryGetProperty("energyWattHours", out var energy))
            {
                continue;
            }

            var (outlet, now) = (data.RootElement.GetProperty("outlet").GetString()!, energy.GetDouble());
            if (last.TryGetValue(outlet, out var before) && now > before)
            {
                sums[(day(record.Time), outlet)] = sums.GetValueOrDefault((day(record.Time), outlet)) + now - before;
            }

            last[outlet] = now;
        }

        return sums.Select(sum => $"energy {sum.Key.Item1} {sum.Key.Item2} {sum.Value:0}");
    }
}
