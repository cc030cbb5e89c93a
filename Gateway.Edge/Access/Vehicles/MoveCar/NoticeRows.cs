using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Notices as rows.</summary>
internal sealed class NoticeRows(PersonalData people, ILogger<NoticeRows> logger)
{
    private const string Table = "notice";
    private const string Names =
        "id, plate, vehicle, asked_at, asked, state, attempts, next_at, coming_at, closed_at, owner_shown, caller_shown, report, data_key, sealed";

    private const string ReadOne = $"SELECT {Names} FROM notice WHERE id = $id";
    private const string ReadRecent = $"SELECT {Names} FROM notice WHERE plate = $plate AND state <> $closed AND asked_at > $since ORDER BY asked_at DESC LIMIT 1";
    private const string ReadNewest = $"SELECT {Names} FROM notice WHERE NOT $pending OR state <> $closed ORDER BY asked_at DESC, id LIMIT $limit";
    private const string ReadDue = $"SELECT {Names} FROM notice WHERE state = $sending ORDER BY next_at LIMIT $limit";

    /// <summary>Puts a notice in, in place of the one with its id.</summary>
    public void Put(SqliteConnection file, Notice notice)
    {
        var (key, box) = people.Seal(Table, notice.Id, notice.Details);
        file.Execute(
            $"""
            INSERT OR REPLACE INTO notice ({Names})
            VALUES ($id, $plate, $vehicle, $asked_at, $asked, $state, $attempts, $next, $coming, $closed, $owner, $caller, $report, $key, $sealed)
            """,
            ("$id", Columns.Key(notice.Id)),
            ("$plate", notice.Plate.Text),
            ("$vehicle", Columns.Key(notice.Vehicle)),
            ("$asked_at", notice.AskedAt.UtcTicks),
            ("$asked", notice.Asked),
            ("$state", (int)notice.State),
            ("$attempts", notice.Attempts),
            ("$next", Columns.Ticks(notice.NextAt)),
            ("$coming", Columns.Ticks(notice.ComingAt)),
            ("$closed", Columns.Ticks(notice.ClosedAt)),
            ("$owner", notice.OwnerShown),
            ("$caller", notice.CallerShown),
            ("$report", Columns.Key(notice.Report)),
            ("$key", key),
            ("$sealed", box));
    }

    /// <summary>One notice; null for none.</summary>
    public Notice? Find(SqliteConnection file, Guid id)
    {
        using var command = file.Prepare(ReadOne, ("$id", Columns.Key(id)));
        return Read(command).FirstOrDefault();
    }

    /// <summary>The newest notice for a plate that is not closed and was asked for after a time.</summary>
    public Notice? FindRecent(SqliteConnection file, string plate, DateTimeOffset since)
    {
        using var command = file.Prepare(ReadRecent, ("$plate", plate), ("$closed", (int)NoticeState.Closed), ("$since", since.UtcTicks));
        return Read(command).FirstOrDefault();
    }

    /// <summary>Notices, the newest first.</summary>
    public List<Notice> List(SqliteConnection file, bool pendingOnly, int limit)
    {
        using var command = file.Prepare(ReadNewest, ("$pending", pendingOnly), ("$closed", (int)NoticeState.Closed), ("$limit", limit));
        return Read(command);
    }

    /// <summary>Notices on their way, those that are due first.</summary>
    public List<Notice> Sending(SqliteConnection file, int limit)
    {
        using var command = file.Prepare(ReadDue, ("$sending", (int)NoticeState.Sending), ("$limit", limit));
        return Read(command);
    }

    /// <summary>How many notices are not closed, and how many of them are on their way.</summary>
    public static (long Pending, long Sending) Count(SqliteConnection file) => (
        CountPending(file),
        file.Scalar<long>("SELECT count(*) FROM notice WHERE state = $sending", ("$sending", (int)NoticeState.Sending)));

    /// <summary>How many notices are not closed.</summary>
    public static long CountPending(SqliteConnection file) =>
        file.Scalar<long>("SELECT count(*) FROM notice WHERE state <> $closed", ("$closed", (int)NoticeState.Closed));

    /// <summary>Closes notices that were asked for before a time; returns how many.</summary>
    public static int CloseBefore(SqliteConnection file, DateTimeOffset before, DateTimeOffset now) => file.Execute(
        "UPDATE notice SET state = $closed, next_at = NULL, closed_at = $now WHERE state <> $closed AND asked_at < $before",
        ("$closed", (int)NoticeState.Closed),
        ("$now", now.UtcTicks),
        ("$before", before.UtcTicks));

    /// <summary>Erases notices that were asked for before a time; returns how many.</summary>
    public static int DeleteBefore(SqliteConnection file, DateTimeOffset before) =>
        file.Execute("DELETE FROM notice WHERE asked_at < $before", ("$before", before.UtcTicks));

    private List<Notice> Read(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var notices = new List<Notice>();
        while (rows.Read())
        {
            var id = rows.Id(0);
            try
            {
                notices.Add(Read(rows, id));
            }
            catch (Exception error) when (error is SecretFaultException or FormatException or InvalidCastException)
            {
                VehiclesLog.RowUnreadable(logger, Table, id, error);
            }
        }

        return notices;
    }

    private Notice Read(SqliteDataReader row, Guid id) => new(
        id,
        PlateNumber.TryParse(row.GetString(1), out var plate) ? plate : throw new FormatException("The row's plate is none."),
        row.IdOrNull(2),
        row.Instant(3),
        row.GetInt32(4),
        (NoticeState)row.GetInt32(5),
        row.GetInt32(6),
        row.InstantOrNull(7),
        row.InstantOrNull(8),
        row.InstantOrNull(9),
        row.GetBoolean(10),
        row.GetBoolean(11),
        row.IdOrNull(12),
        people.Open<NoticeDetails>(Table, id, row.GetFieldValue<byte[]>(13), row.GetFieldValue<byte[]>(14)));
}
