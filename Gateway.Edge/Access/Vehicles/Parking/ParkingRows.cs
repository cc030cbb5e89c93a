using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Parking reports as rows.</summary>
internal sealed class ParkingRows(PersonalData people, ILogger<ParkingRows> logger)
{
    private const string Table = "report";
    private const string Names =
        "id, kind, plate, reported_at, reported_by, state, told_at, resolved_at, resolved_by, picture, notice, data_key, sealed";

    private const string ReadOne = $"SELECT {Names} FROM report WHERE id = $id";
    private const string ReadNewest = $"SELECT {Names} FROM report WHERE NOT $open OR state <> $resolved ORDER BY reported_at DESC, id LIMIT $limit";

    /// <summary>Puts a report in, in place of the one with its id.</summary>
    public void Put(SqliteConnection file, ParkingReport report, string? picture)
    {
        var (key, box) = people.Seal(Table, report.Id, new ParkingDetails(report.Place, report.Note));
        file.Execute(
            $"""
            INSERT OR REPLACE INTO report ({Names})
            VALUES ($id, $kind, $plate, $at, $by, $state, $told, $resolved, $resolved_by, $picture, $notice, $key, $sealed)
            """,
            ("$id", Columns.Key(report.Id)),
            ("$kind", (int)report.Kind),
            ("$plate", report.Plate?.Text),
            ("$at", report.ReportedAt.UtcTicks),
            ("$by", report.ReportedBy),
            ("$state", (int)report.State),
            ("$told", Columns.Ticks(report.ToldAt)),
            ("$resolved", Columns.Ticks(report.ResolvedAt)),
            ("$resolved_by", report.ResolvedBy),
            ("$picture", picture),
            ("$notice", Columns.Key(report.Notice)),
            ("$key", key),
            ("$sealed", box));
    }

    /// <summary>One report with the hash of its picture; null for none.</summary>
    public (ParkingReport Report, string? Picture)? Find(SqliteConnection file, Guid id)
    {
        using var command = file.Prepare(ReadOne, ("$id", Columns.Key(id)));
        return Read(command) is [var found] ? found : null;
    }

    /// <summary>Reports, the newest first.</summary>
    public List<ParkingReport> List(SqliteConnection file, bool openOnly, int limit)
    {
        using var command = file.Prepare(ReadNewest, ("$open", openOnly), ("$resolved", (int)ParkingState.Resolved), ("$limit", limit));
        return [.. Read(command).Select(found => found.Report)];
    }

    /// <summary>How many reports are not resolved.</summary>
    public static long CountOpen(SqliteConnection file) =>
        file.Scalar<long>("SELECT count(*) FROM report WHERE state <> $resolved", ("$resolved", (int)ParkingState.Resolved));

    /// <summary>Pictures that only reports have which were resolved before a time.</summary>
    public static List<string> PicturesBefore(SqliteConnection file, DateTimeOffset before)
    {
        using var command = file.Prepare(
            "SELECT picture FROM report WHERE picture IS NOT NULL GROUP BY picture HAVING max(coalesce(resolved_at, $never)) < $before",
            ("$never", DateTimeOffset.MaxValue.UtcTicks),
            ("$before", before.UtcTicks));
        using var rows = command.ExecuteReader();
        var pictures = new List<string>();
        while (rows.Read())
        {
            pictures.Add(rows.GetString(0));
        }

        return pictures;
    }

    /// <summary>Erases reports that were resolved before a time; returns how many.</summary>
    public static int DeleteBefore(SqliteConnection file, DateTimeOffset before) =>
        file.Execute("DELETE FROM report WHERE resolved_at < $before", ("$before", before.UtcTicks));

    private List<(ParkingReport Report, string? Picture)> Read(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var reports = new List<(ParkingReport, string?)>();
        while (rows.Read())
        {
            var id = rows.Id(0);
            try
            {
                reports.Add((Read(rows, id), rows.TextOrNull(9)));
            }
            catch (Exception error) when (error is SecretFaultException or FormatException or InvalidCastException)
            {
                VehiclesLog.RowUnreadable(logger, Table, id, error);
            }
        }

        return reports;
    }

    private ParkingReport Read(SqliteDataReader row, Guid id)
    {
        var details = people.Open<ParkingDetails>(Table, id, row.GetFieldValue<byte[]>(11), row.GetFieldValue<byte[]>(12));
        _ = PlateNumber.TryParse(row.TextOrNull(2), out var plate);
        return new ParkingReport(
            id,
            (ParkingKind)row.GetInt32(1),
            plate,
            details.Place,
            details.Note,
            row.Instant(3),
            row.GetString(4),
            (ParkingState)row.GetInt32(5),
            row.InstantOrNull(6),
            row.InstantOrNull(7),
            row.TextOrNull(8),
            !row.IsDBNull(9),
            row.IdOrNull(10));
    }
}
