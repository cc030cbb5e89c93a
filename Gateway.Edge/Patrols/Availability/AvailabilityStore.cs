using System.Globalization;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Patrols.Availability;

/// <summary>Availability on disk: by hours for the last days, by days before. Safe for several threads.</summary>
internal sealed class AvailabilityStore(UpkeepDatabase database)
{
    /// <summary>Days kept of each device, the newest.</summary>
    public const int DaysKept = 400;

    private const int DaysOfHours = 3;

    // In the place of the hour: the whole day.
    private const int WholeDay = -1;

    private const string AddSlot = """
        INSERT INTO availability(device, day, hour, observed, working, drops) VALUES ($device, $day, $hour, $observed, $working, $drops)
        ON CONFLICT(device, day, hour) DO UPDATE SET
            observed = observed + excluded.observed, working = working + excluded.working, drops = drops + excluded.drops
        """;

    /// <summary>Adds to what is there.</summary>
    /// <returns>False when it could not be written.</returns>
    public bool Add(IReadOnlyList<AvailabilitySlot> slots) => slots.Count == 0 || database.Write("Availability", connection =>
    {
        foreach (var slot in slots)
        {
            connection.Execute(
                AddSlot,
                ("$device", slot.Device),
                ("$day", Text(slot.Day)),
                ("$hour", slot.Hour),
                ("$observed", slot.Observed),
                ("$working", slot.Working),
                ("$drops", slot.Drops));
        }
    });

    /// <summary>What was observed of each device from an hour on.</summary>
    public IReadOnlyDictionary<string, AvailabilityShare> Since(DateOnly day, int hour) => database.Read(
        "availability",
        """
        SELECT device, SUM(observed), SUM(working), SUM(drops) FROM availability
        WHERE day > $day OR (day = $day AND (hour >= $hour OR hour = -1)) GROUP BY device
        """,
        row => (Device: row.GetString(0), Share: ShareOf(row, 1)),
        ("$day", Text(day)),
        ("$hour", hour)).ToDictionary(row => row.Device, row => row.Share, StringComparer.Ordinal);

    /// <summary>What was observed of each device from one day to another, both included.</summary>
    public IReadOnlyDictionary<string, AvailabilityShare> Between(DateOnly from, DateOnly to) => database.Read(
        "availability",
        "SELECT device, SUM(observed), SUM(working), SUM(drops) FROM availability WHERE day BETWEEN $from AND $to GROUP BY device",
        row => (Device: row.GetString(0), Share: ShareOf(row, 1)),
        ("$from", Text(from)),
        ("$to", Text(to))).ToDictionary(row => row.Device, row => row.Share, StringComparer.Ordinal);

    /// <summary>A device's days, oldest first.</summary>
    public IReadOnlyList<(DateOnly Day, AvailabilityShare Share)> Days(string device) => database.Read(
        "availability",
        "SELECT day, SUM(observed), SUM(working), SUM(drops) FROM availability WHERE device = $device GROUP BY day ORDER BY day",
        row => (DateOnly.ParseExact(row.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), ShareOf(row, 1)),
        ("$device", device));

    /// <summary>Puts the hours of past days together and forgets what is too old.</summary>
    public void Tidy(DateOnly today) => database.Write("Availability", connection =>
    {
        var whole = ("$before", (object?)Text(today.AddDays(-DaysOfHours)));
        connection.Execute(
            """
            INSERT INTO availability(device, day, hour, observed, working, drops)
            SELECT device, day, $whole, SUM(observed), SUM(working), SUM(drops) FROM availability
            WHERE day < $before AND hour <> $whole GROUP BY device, day
            ON CONFLICT(device, day, hour) DO UPDATE SET
                observed = observed + excluded.observed, working = working + excluded.working, drops = drops + excluded.drops
            """,
            whole,
            ("$whole", WholeDay));
        connection.Execute("DELETE FROM availability WHERE day < $before AND hour <> $whole", whole, ("$whole", WholeDay));

        // By number, not by today's date: a clock that is wrong for a while, even by years, makes nothing forgotten.
        connection.Execute(
            """
            DELETE FROM availability WHERE (device, day) IN (
                SELECT device, day FROM (
                    SELECT device, day, ROW_NUMBER() OVER (PARTITION BY device ORDER BY day DESC) AS place
                    FROM (SELECT DISTINCT device, day FROM availability))
                WHERE place > $kept)
            """,
            ("$kept", DaysKept));
    });

    private static AvailabilityShare ShareOf(SqliteDataReader row, int column) => new(
        TimeSpan.FromSeconds(row.GetDouble(column)), TimeSpan.FromSeconds(row.GetDouble(column + 1)), row.GetInt32(column + 2));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
