using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Learning;

/// <summary>Findings as rows.</summary>
internal static class FindingRows
{
    /// <summary>Puts a finding in, unless one of the same charger is open at the outlet; whether it is new.</summary>
    public static bool Add(SqliteConnection file, TaperFinding finding)
    {
        if (Open(file).Any(open => open.Outlet == finding.Outlet && TaperRule.IsSame(open.Plateau, finding.Plateau)))
        {
            return false;
        }

        file.Execute(
            "INSERT INTO finding (session, device, outlet, kind, found_at, plateau, tail, usual) VALUES ($session, $device, $outlet, $kind, $at, $plateau, $tail, $usual)",
            ("$session", Columns.Key(finding.Session)),
            ("$device", finding.Outlet.Device),
            ("$outlet", finding.Outlet.Outlet),
            ("$kind", (int)finding.Kind),
            ("$at", finding.FoundAt.UtcTicks),
            ("$plateau", finding.Plateau),
            ("$tail", finding.Tail),
            ("$usual", finding.Usual));
        return true;
    }

    /// <summary>Findings that nobody has settled, the newest first.</summary>
    public static List<TaperFinding> Open(SqliteConnection file) => Open(file, since: null);

    /// <summary>Findings that nobody has settled, of sessions begun from then on, the newest first.</summary>
    public static List<TaperFinding> Open(SqliteConnection file, DateTimeOffset? since)
    {
        using var command = file.Prepare(
            """
            SELECT session, device, outlet, kind, found_at, plateau, tail, usual FROM finding WHERE closed_at IS NULL
              AND ($since IS NULL OR (SELECT begun_at FROM session WHERE id = finding.session) >= $since) ORDER BY found_at DESC LIMIT 100
            """,
            ("$since", Columns.Ticks(since)));
        using var rows = command.ExecuteReader();
        var findings = new List<TaperFinding>();
        while (rows.Read())
        {
            findings.Add(new TaperFinding(
                rows.Id(0),
                new OutletId(rows.GetString(1), rows.GetString(2)),
                (FindingKind)rows.GetInt32(3),
                rows.Instant(4),
                rows.GetDouble(5),
                rows.GetDouble(6),
                rows.IsDBNull(7) ? null : rows.GetDouble(7)));
        }

        return findings;
    }

    /// <summary>Settles a finding; false where none of that session is open.</summary>
    public static bool Close(SqliteConnection file, Guid session, string by, string note, DateTimeOffset at) => file.Execute(
        "UPDATE finding SET closed_at = $at, closed_by = $by, note = $note WHERE session = $session AND closed_at IS NULL",
        ("$session", Columns.Key(session)),
        ("$at", at.UtcTicks),
        ("$by", by),
        ("$note", note)) > 0;
}
