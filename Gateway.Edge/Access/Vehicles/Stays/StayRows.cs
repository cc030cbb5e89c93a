using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>Stays as rows.</summary>
internal static class StayRows
{
    private const string Names =
        "id, plate, vehicle, standing, state, entered_at, entry_barrier, left_at, exit_barrier, allowed, overstayed_at, settled_at, corrected_by, correction";

    private const string ReadInside = $"SELECT {Names} FROM stay WHERE state = 0";
    private const string ReadOne = $"SELECT {Names} FROM stay WHERE id = $id";
    private const string ReadSome = $"""
        SELECT {Names} FROM stay
        WHERE ($plate = '' OR instr(plate, $plate) > 0)
          AND ($inside IS NULL OR (state = 0) = $inside)
          AND ($since IS NULL OR coalesce(left_at, sort_at) >= $since)
          AND ($until IS NULL OR sort_at < $until)
        ORDER BY sort_at DESC, id LIMIT $limit OFFSET $skip
        """;

    /// <summary>Puts a stay in, in place of the one with its id.</summary>
    public static void Put(SqliteConnection file, Stay stay)
    {
        if (stay is { State: StayState.Inside, Plate: { } plate })
        {
            // Memory may be ahead of a disk that once did not take a passing: nobody is inside twice.
            file.Execute(
                "UPDATE stay SET state = $unseen, left_at = max(coalesce(entered_at, $at), $at) WHERE plate = $plate AND state = 0 AND id <> $id",
                ("$unseen", (int)StayState.LeftUnseen),
                ("$at", Columns.Ticks(stay.EnteredAt) ?? 0),
                ("$plate", plate.Text),
                ("$id", Columns.Key(stay.Id)));
        }

        Write(file, stay);
    }

    private static void Write(SqliteConnection file, Stay stay) => file.Execute(
        $"""
        INSERT INTO stay ({Names}, sort_at)
        VALUES ($id, $plate, $vehicle, $standing, $state, $entered, $entry, $left, $exit, $allowed, $overstayed, $settled, $by, $correction, $sort)
        ON CONFLICT (id) DO UPDATE SET
          state = $state, left_at = $left, exit_barrier = $exit, allowed = $allowed, overstayed_at = $overstayed, settled_at = $settled,
          corrected_by = $by, correction = $correction
        """,
        ("$id", Columns.Key(stay.Id)),
        ("$plate", stay.Plate?.Text),
        ("$vehicle", Columns.Key(stay.Vehicle)),
        ("$standing", (int?)stay.Standing),
        ("$state", (int)stay.State),
        ("$entered", Columns.Ticks(stay.EnteredAt)),
        ("$entry", stay.EntryBarrier),
        ("$left", Columns.Ticks(stay.LeftAt)),
        ("$exit", stay.ExitBarrier),
        ("$allowed", stay.AllowedMinutes),
        ("$overstayed", Columns.Ticks(stay.OverstayedAt)),
        ("$settled", Columns.Ticks(stay.SettledAt)),
        ("$by", stay.CorrectedBy),
        ("$correction", stay.CorrectionReason),
        ("$sort", Columns.Ticks(stay.EnteredAt ?? stay.LeftAt) ?? 0));

    /// <summary>Every stay that is not over.</summary>
    public static List<Stay> Inside(SqliteConnection file)
    {
        using var command = file.Prepare(ReadInside);
        return Read(command);
    }

    /// <summary>One stay; null for none.</summary>
    public static Stay? Find(SqliteConnection file, Guid id)
    {
        using var command = file.Prepare(ReadOne, ("$id", Columns.Key(id)));
        return Read(command).FirstOrDefault();
    }

    /// <summary>Stays, the newest first; overstays are not looked at.</summary>
    public static List<Stay> List(SqliteConnection file, StayFilter filter, int limit)
    {
        using var command = file.Prepare(
            ReadSome,
            ("$plate", PlatePart.Of(filter.Plate)),
            ("$inside", filter.Inside),
            ("$since", Columns.Ticks(filter.Since)),
            ("$until", Columns.Ticks(filter.Until)),
            ("$limit", limit),
            ("$skip", Math.Max(filter.Skip, 0)));
        return Read(command);
    }

    /// <summary>Erases stays that were over before a time; returns how many.</summary>
    public static int DeleteBefore(SqliteConnection file, DateTimeOffset before) =>
        file.Execute("DELETE FROM stay WHERE state <> 0 AND left_at < $before", ("$before", before.UtcTicks));

    private static List<Stay> Read(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var stays = new List<Stay>();
        while (rows.Read())
        {
            _ = PlateNumber.TryParse(rows.TextOrNull(1), out var plate);
            stays.Add(new Stay(
                rows.Id(0),
                plate,
                rows.IdOrNull(2),
                (VehicleStanding?)rows.IntOrNull(3),
                (StayState)rows.GetInt32(4),
                rows.InstantOrNull(5),
                rows.TextOrNull(6),
                rows.InstantOrNull(7),
                rows.TextOrNull(8),
                rows.IntOrNull(9),
                rows.InstantOrNull(10),
                rows.InstantOrNull(11),
                rows.TextOrNull(12),
                rows.TextOrNull(13)));
        }

        return stays;
    }
}
