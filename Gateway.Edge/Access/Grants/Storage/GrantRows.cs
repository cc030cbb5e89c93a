using System.Text.Json;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>Grants as rows.</summary>
internal sealed class GrantRows(PersonalData people, ILogger<GrantRows> logger)
{
    private const string Table = "worker_grant";

    /// <summary>Puts a grant in, in place of the one with its id.</summary>
    public void Put(SqliteConnection file, Grant grant)
    {
        var (key, box) = people.Seal(Table, grant.Id, new GrantDetails(grant.Host));
        file.Execute(
            """
            INSERT INTO worker_grant (id, worker, tag, places, hours, holidays, entries, used, from_at, until_at, revision, revoked_at, ended_at,
              last_gate, last_at, inside_at, overstayed_at, vehicles, entered_by, entered_at, data_key, sealed)
            VALUES ($id, $worker, $tag, $places, $hours, $holidays, $entries, $used, $from, $until, $revision, $revoked, $ended,
              $lastGate, $lastAt, $inside, $overstayed, $vehicles, $by, $at, $key, $sealed)
            ON CONFLICT (id) DO UPDATE SET until_at = $until, revision = $revision, revoked_at = $revoked, ended_at = $ended, overstayed_at = $overstayed,
              used = $used, last_gate = $lastGate, last_at = $lastAt, inside_at = $inside, vehicles = $vehicles, entered_by = $by, entered_at = $at,
              data_key = $key, sealed = $sealed
            """,
            ("$id", Columns.Key(grant.Id)),
            ("$worker", Columns.Key(grant.Worker)),
            ("$tag", grant.Tag),
            ("$places", JsonSerializer.Serialize(grant.Places)),
            ("$hours", grant.Hours?.Text),
            ("$holidays", (int)grant.Holidays),
            ("$entries", grant.Entries),
            ("$used", grant.EntriesUsed),
            ("$from", grant.From.UtcTicks),
            ("$until", grant.Until.UtcTicks),
            ("$revision", grant.Revision),
            ("$revoked", Columns.Ticks(grant.RevokedAt)),
            ("$ended", Columns.Ticks(grant.EndedAt)),
            ("$lastGate", grant.LastEntry?.Gate),
            ("$lastAt", Columns.Ticks(grant.LastEntry?.At)),
            ("$inside", Columns.Ticks(grant.InsideSince)),
            ("$overstayed", Columns.Ticks(grant.OverstayedAt)),
            ("$vehicles", JsonSerializer.Serialize(grant.Vehicles)),
            ("$by", grant.EnteredBy),
            ("$at", grant.EnteredAt.UtcTicks),
            ("$key", key),
            ("$sealed", box));
    }

    /// <summary>Notes entries and presence, without sealing anything anew.</summary>
    public static void Use(SqliteConnection file, Grant grant) => file.Execute(
        "UPDATE worker_grant SET used = $used, last_gate = $gate, last_at = $at, inside_at = $inside, overstayed_at = $overstayed WHERE id = $id",
        ("$used", grant.EntriesUsed),
        ("$gate", grant.LastEntry?.Gate),
        ("$at", Columns.Ticks(grant.LastEntry?.At)),
        ("$inside", Columns.Ticks(grant.InsideSince)),
        ("$overstayed", Columns.Ticks(grant.OverstayedAt)),
        ("$id", Columns.Key(grant.Id)));

    /// <summary>Erases a grant with its receipts.</summary>
    public static void Delete(SqliteConnection file, Guid grant)
    {
        file.Execute("DELETE FROM receipt WHERE grant_id = $id", ("$id", Columns.Key(grant)));
        file.Execute("DELETE FROM worker_grant WHERE id = $id", ("$id", Columns.Key(grant)));
    }

    /// <summary>Grants whose end is before a time, with their workers, also those that cannot be opened.</summary>
    public static List<(Guid Id, Guid Worker)> EndedBefore(SqliteConnection file, DateTimeOffset limit)
    {
        using var command = file.Prepare("SELECT id, worker FROM worker_grant WHERE until_at < $limit", ("$limit", limit.UtcTicks));
        using var rows = command.ExecuteReader();
        var found = new List<(Guid, Guid)>();
        while (rows.Read())
        {
            found.Add((rows.Id(0), rows.Id(1)));
        }

        return found;
    }

    /// <summary>Every grant that can be opened; the others are told to the log.</summary>
    public (List<Grant> Grants, bool IsWhole) ReadAll(SqliteConnection file)
    {
        using var command = file.Prepare(
            """
            SELECT id, worker, tag, places, hours, holidays, entries, used, from_at, until_at, revision, revoked_at, ended_at,
              last_gate, last_at, inside_at, overstayed_at, vehicles, entered_by, entered_at, data_key, sealed FROM worker_grant
            """);
        using var rows = command.ExecuteReader();
        var (grants, isWhole) = (new List<Grant>(), true);
        while (rows.Read())
        {
            var id = rows.Id(0);
            try
            {
                grants.Add(Read(rows, id, people.Open<GrantDetails>(Table, id, rows.GetFieldValue<byte[]>(20), rows.GetFieldValue<byte[]>(21))));
            }
            catch (Exception error) when (error is SecretFaultException or JsonException or FormatException)
            {
                GrantsLog.RowUnreadable(logger, Table, id, error);
                isWhole = false;
            }
        }

        return (grants, isWhole);
    }

    private static Grant Read(SqliteDataReader row, Guid id, GrantDetails details)
    {
        WeeklyHours? hours = null;
        if (row.TextOrNull(4) is { } text && !WeeklyHours.TryParse(text, out hours))
        {
            // Without its hours the grant would let in at all of them.
            throw new FormatException("The row's hours are none.");
        }

        return new Grant(
            id,
            row.Id(1),
            row.GetString(2),
            details.Host,
            JsonSerializer.Deserialize<GrantPlaces>(row.GetString(3))!,
            hours,
            (HolidayRule)row.GetInt32(5),
            row.IntOrNull(6),
            row.Instant(8),
            row.Instant(9),
            row.GetString(18),
            row.Instant(19))
        {
            EntriesUsed = row.GetInt32(7),
            Revision = row.GetInt64(10),
            RevokedAt = row.InstantOrNull(11),
            EndedAt = row.InstantOrNull(12),
            LastEntry = row.TextOrNull(13) is { } gate && row.InstantOrNull(14) is { } at ? new LastEntry(gate, at) : null,
            InsideSince = row.InstantOrNull(15),
            OverstayedAt = row.InstantOrNull(16),
            Vehicles = JsonSerializer.Deserialize<List<Guid>>(row.GetString(17))!,
        };
    }
}
