using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Strangers.Feedback;

/// <summary>What staff said, as rows beside the visits. Not safe for several threads: the visits' store lets one in at a time.</summary>
internal static class FeedbackRows
{
    public static void Save(SqliteConnection connection, Guid visit, VisitFeedback? feedback)
    {
        if (feedback is null)
        {
            connection.Execute("DELETE FROM feedback WHERE visit = $visit", ("$visit", visit.ToString()));
            return;
        }

        connection.Execute(
            "INSERT OR REPLACE INTO feedback(visit, verdict, by, at, luma, height) VALUES ($visit, $verdict, $by, $at, $luma, $height)",
            ("$visit", visit.ToString()),
            ("$verdict", feedback.Verdict.ToString()),
            ("$by", feedback.By),
            ("$at", feedback.At.ToUnixTimeMilliseconds()),
            ("$luma", feedback.View?.Luma),
            ("$height", feedback.View?.FaceHeight));
    }

    public static VisitFeedback? Find(SqliteConnection connection, Guid visit)
    {
        using var command = connection.Prepare("SELECT verdict, by, at, luma, height FROM feedback WHERE visit = $visit", ("$visit", visit.ToString()));
        using var row = command.ExecuteReader();
        return row.Read() && Enum.TryParse<StrangerVerdict>(row.GetString(0), out var verdict)
            ? new VisitFeedback(
                verdict,
                row.GetString(1),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                row.IsDBNull(3) || row.IsDBNull(4) ? null : new PortraitView(row.GetInt32(3), row.GetInt32(4)))
            : null;
    }

    /// <summary>By the gate that raised the alert, the one with the most wrong alerts first.</summary>
    public static IReadOnlyList<CameraRate> Rates(SqliteConnection connection, DateTimeOffset since, DateTimeOffset? until = null)
    {
        using var command = connection.Prepare(
            """
            SELECT gate, MAX(json_extract(stays, '$[0].name.zh')), MAX(json_extract(stays, '$[0].name.en')), COUNT(*), COUNT(feedback.visit) AS judged,
                COALESCE(SUM(verdict = 'NotRecognised'), 0) AS missed, COALESCE(SUM(verdict = 'FalseAlarm'), 0) AS mistaken
            FROM visit LEFT JOIN feedback ON feedback.visit = visit.id
            WHERE first >= $since AND ($until IS NULL OR first < $until) GROUP BY gate ORDER BY missed + mistaken DESC, judged DESC, gate
            """,
            ("$since", since.ToUnixTimeMilliseconds()),
            ("$until", until?.ToUnixTimeMilliseconds()));
        using var row = command.ExecuteReader();
        var rates = new List<CameraRate>();
        while (row.Read())
        {
            rates.Add(new CameraRate(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6)));
        }

        return rates;
    }
}
