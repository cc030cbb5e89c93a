using System.Collections.Immutable;
using System.Globalization;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>Holidays, leases and the lockdown as rows.</summary>
internal static class SettingRows
{
    private const string Lockdown = "lockdown";

    /// <summary>Puts these days in the place of all.</summary>
    public static void PutHolidays(SqliteConnection file, IEnumerable<DateOnly> days)
    {
        file.Execute("DELETE FROM holiday");
        foreach (var day in days)
        {
            file.Execute("INSERT INTO holiday VALUES ($day)", ("$day", day.ToString("O", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>All holidays.</summary>
    public static ImmutableHashSet<DateOnly> Holidays(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT day FROM holiday");
        using var rows = command.ExecuteReader();
        var days = ImmutableHashSet.CreateBuilder<DateOnly>();
        while (rows.Read())
        {
            days.Add(DateOnly.ParseExact(rows.GetString(0), "O", CultureInfo.InvariantCulture));
        }

        return days.ToImmutable();
    }

    /// <summary>Sets the end of a resident's lease; null for none.</summary>
    public static void PutLease(SqliteConnection file, Guid resident, DateTimeOffset? end)
    {
        file.Execute("DELETE FROM lease WHERE resident = $id", ("$id", Columns.Key(resident)));
        if (end is { } given)
        {
            file.Execute("INSERT INTO lease VALUES ($id, $end)", ("$id", Columns.Key(resident)), ("$end", given.UtcTicks));
        }
    }

    /// <summary>All leases.</summary>
    public static IReadOnlyList<(Guid Resident, DateTimeOffset End)> Leases(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT resident, ends_at FROM lease");
        using var rows = command.ExecuteReader();
        var leases = new List<(Guid, DateTimeOffset)>();
        while (rows.Read())
        {
            leases.Add((rows.Id(0), rows.Instant(1)));
        }

        return leases;
    }

    /// <summary>Sets or lifts the lockdown.</summary>
    public static void PutLockdown(SqliteConnection file, bool active) =>
        file.Execute("INSERT OR REPLACE INTO setting VALUES ($name, $value)", ("$name", Lockdown), ("$value", active ? "true" : "false"));

    /// <summary>Whether the compound is locked down.</summary>
    public static bool IsLockedDown(SqliteConnection file) =>
        file.Scalar<string>("SELECT value FROM setting WHERE name = $name", ("$name", Lockdown)) == "true";
}
