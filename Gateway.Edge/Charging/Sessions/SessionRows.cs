using Gateway.Cloud.Contract;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>Sessions and their curves as rows.</summary>
internal static class SessionRows
{
    private const string Fields = "id, device, outlet, begun_at, seen_at, ended_at, reason, detail_zh, detail_en, proven, watt_hours, plateau, tail";

    /// <summary>Puts a new session in.</summary>
    public static void Add(SqliteConnection file, ChargeSession session, string link) => file.Execute(
        "INSERT INTO session (id, link, device, outlet, begun_at, seen_at, proven, watt_hours, plateau) VALUES ($id, $link, $device, $outlet, $begun, $begun, 0, 0, 0)",
        ("$id", Columns.Key(session.Id)),
        ("$link", link),
        ("$device", session.Device),
        ("$outlet", session.Outlet),
        ("$begun", session.Begun.UtcTicks));

    /// <summary>Writes how it stands.</summary>
    public static void Put(SqliteConnection file, ChargeSession session) => file.Execute(
        """
        UPDATE session SET seen_at = $seen, ended_at = $ended, reason = $reason, detail_zh = $zh, detail_en = $en, proven = $proven, watt_hours = $energy,
          plateau = $plateau, tail = $tail WHERE id = $id
        """,
        ("$id", Columns.Key(session.Id)),
        ("$seen", session.Seen.UtcTicks),
        ("$ended", Columns.Ticks(session.Ended)),
        ("$reason", (int?)session.Reason),
        ("$zh", session.Detail?.Zh),
        ("$en", session.Detail?.En),
        ("$proven", session.IsProven),
        ("$energy", session.WattHours),
        ("$plateau", session.Plateau),
        ("$tail", session.Tail));

    /// <summary>Adds points to a session's curve.</summary>
    public static void AddPoints(SqliteConnection file, Guid session, IReadOnlyList<CurvePoint> points)
    {
        foreach (var point in points)
        {
            file.Execute(
                "INSERT OR REPLACE INTO curve (session, second, watts) VALUES ($session, $second, $watts)",
                ("$session", Columns.Key(session)),
                ("$second", point.Second),
                ("$watts", point.Watts));
        }
    }

    /// <summary>A session's curve, in order.</summary>
    public static List<CurvePoint> Curve(SqliteConnection file, Guid session)
    {
        using var command = file.Prepare("SELECT second, watts FROM curve WHERE session = $session ORDER BY second", ("$session", Columns.Key(session)));
        using var rows = command.ExecuteReader();
        var points = new List<CurvePoint>();
        while (rows.Read())
        {
            points.Add(new CurvePoint(rows.GetDouble(0), rows.GetDouble(1)));
        }

        return points;
    }

    /// <summary>Sessions that have not ended.</summary>
    public static List<ChargeSession> Open(SqliteConnection file) => Read(file, $"SELECT {Fields} FROM session WHERE ended_at IS NULL");

    /// <summary>One session; null for none.</summary>
    public static ChargeSession? Find(SqliteConnection file, Guid id) =>
        Read(file, $"SELECT {Fields} FROM session WHERE id = $id", ("$id", Columns.Key(id))).SingleOrDefault();

    /// <summary>The session of an address; null for none.</summary>
    public static ChargeSession? Linked(SqliteConnection file, string link) =>
        Read(file, $"SELECT {Fields} FROM session WHERE link = $link", ("$link", link)).SingleOrDefault();

    /// <summary>What has ended, the newest first.</summary>
    /// <param name="file">The file.</param>
    /// <param name="filter">Which.</param>
    /// <param name="skip">Lines before the page.</param>
    /// <param name="most">Lines of the page.</param>
    public static List<ChargeSession> Past(SqliteConnection file, SessionFilter filter, int skip, int most) => Read(
        file,
        $"""
        SELECT {Fields} FROM session WHERE ended_at IS NOT NULL AND ($device IS NULL OR device = $device) AND ($outlet IS NULL OR outlet = $outlet)
          AND ($reason IS NULL OR reason = $reason) AND ($since IS NULL OR begun_at >= $since) ORDER BY begun_at DESC, id DESC LIMIT $most OFFSET $skip
        """,
        ("$device", filter.Device),
        ("$outlet", filter.Outlet),
        ("$reason", (int?)filter.Reason),
        ("$since", Columns.Ticks(filter.Since)),
        ("$most", most),
        ("$skip", skip));

    /// <summary>Sessions and their energy since an instant, Wh.</summary>
    public static (long Count, double WattHours) Sum(SqliteConnection file, DateTimeOffset since) => (
        file.Scalar<long>("SELECT count(*) FROM session WHERE begun_at >= $since", ("$since", since.UtcTicks)),
        file.Scalar<double>("SELECT sum(watt_hours) FROM session WHERE begun_at >= $since", ("$since", since.UtcTicks)));

    /// <summary>Erases what ended before that instant, at most so many; how many there were. A finding that nobody has settled keeps its session.</summary>
    public static int DeleteBefore(SqliteConnection file, DateTimeOffset before, int most) => file.Execute(
        """
        DELETE FROM session WHERE id IN (SELECT id FROM session WHERE ended_at < $before
          AND id NOT IN (SELECT session FROM finding WHERE closed_at IS NULL) ORDER BY ended_at LIMIT $most)
        """,
        ("$before", before.UtcTicks),
        ("$most", most));

    private static List<ChargeSession> Read(SqliteConnection file, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = file.Prepare(sql, parameters);
        using var rows = command.ExecuteReader();
        var sessions = new List<ChargeSession>();
        while (rows.Read())
        {
            sessions.Add(new ChargeSession(rows.Id(0), rows.GetString(1), rows.GetString(2), rows.Instant(3))
            {
                Seen = rows.Instant(4),
                Ended = rows.InstantOrNull(5),
                Reason = (EndReason?)rows.IntOrNull(6),
                Detail = rows.TextOrNull(7) is { } zh ? new LocalizedText(zh, rows.GetString(8)) : null,
                IsProven = rows.GetBoolean(9),
                WattHours = rows.GetDouble(10),
                Plateau = rows.GetDouble(11),
                Tail = rows.IsDBNull(12) ? null : rows.GetDouble(12),
            });
        }

        return sessions;
    }
}
