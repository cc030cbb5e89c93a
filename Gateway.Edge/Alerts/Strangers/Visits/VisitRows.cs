using System.Text.Json;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>Visits as rows. Not safe for several threads: <see cref="VisitStore"/> lets one in at a time.</summary>
internal static class VisitRows
{
    private const string Columns = "id, first, last, sightings, stays, portrait, face, lingering, open";

    public static void Save(SqliteConnection connection, Visit visit) => connection.Execute(
        """
        INSERT INTO visit(id, gate, first, last, sightings, stays, portrait, face, lingering, open)
        VALUES ($id, $gate, $first, $last, $sightings, $stays, $portrait, $face, $lingering, $open)
        ON CONFLICT(id) DO UPDATE SET first = excluded.first, last = excluded.last, sightings = excluded.sightings, stays = excluded.stays,
            portrait = excluded.portrait, face = excluded.face, lingering = excluded.lingering, open = excluded.open
        """,
        ("$id", visit.Id.ToString()),
        ("$gate", visit.Raised.Gate),
        ("$first", visit.First.ToUnixTimeMilliseconds()),
        ("$last", visit.Last.ToUnixTimeMilliseconds()),
        ("$sightings", visit.Sightings),
        ("$stays", JsonSerializer.Serialize(visit.Stays, JsonSerializerOptions.Web)),
        ("$portrait", visit.Portrait),
        ("$face", visit.Face?.ToString()),
        ("$lingering", visit.LingeringTold ? 1 : 0),
        ("$open", visit.Open ? 1 : 0));

    public static Visit? Find(SqliteConnection connection, Guid id) =>
        Read(connection.Prepare($"SELECT {Columns} FROM visit WHERE id = $id", ("$id", id.ToString()))) is [var visit] ? visit : null;

    public static IReadOnlyList<Visit> Open(SqliteConnection connection) => Read(connection.Prepare($"SELECT {Columns} FROM visit WHERE open = 1"));

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<Visit> List(SqliteConnection connection, VisitFilter filter) => Read(connection.Prepare(
        $"""
        SELECT {Columns} FROM visit
        WHERE ($since IS NULL OR first >= $since) AND ($until IS NULL OR first < $until)
            AND ($gate IS NULL OR EXISTS (SELECT 1 FROM json_each(stays) WHERE json_extract(value, '$.gate') = $gate))
        ORDER BY first DESC, id LIMIT $limit OFFSET $skip
        """,
        ("$since", filter.Since?.ToUnixTimeMilliseconds()),
        ("$until", filter.Until?.ToUnixTimeMilliseconds()),
        ("$gate", filter.Gate),
        ("$limit", filter.Limit),
        ("$skip", filter.Skip)));

    /// <summary>How often a face was here.</summary>
    public static Returns ReturnsOf(SqliteConnection connection, Guid face)
    {
        using var command = connection.Prepare(
            "SELECT COUNT(DISTINCT visit.id), COUNT(DISTINCT json_extract(value, '$.gate')) FROM visit, json_each(visit.stays) WHERE face = $face",
            ("$face", face.ToString()));
        using var row = command.ExecuteReader();
        row.Read();
        return new Returns(row.GetInt32(0), row.GetInt32(1));
    }

    /// <summary>Erases visits that are older or beyond the most that are kept, with what was said about them; answers how many.</summary>
    public static int Erase(SqliteConnection connection, DateTimeOffset before, int most)
    {
        var erased = connection.Execute("DELETE FROM visit WHERE open = 0 AND last < $before", ("$before", before.ToUnixTimeMilliseconds()))
            + connection.Execute("DELETE FROM visit WHERE id IN (SELECT id FROM visit ORDER BY first DESC LIMIT -1 OFFSET $most)", ("$most", most));
        return erased + (erased > 0 ? connection.Execute("DELETE FROM feedback WHERE visit NOT IN (SELECT id FROM visit)") : 0);
    }

    private static List<Visit> Read(SqliteCommand command)
    {
        using (command)
        {
            using var row = command.ExecuteReader();
            var visits = new List<Visit>();
            while (row.Read())
            {
                if (StaysOf(row.GetString(4)) is { Count: > 0 } stays)
                {
                    visits.Add(new Visit(
                        Guid.Parse(row.GetString(0)),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                        row.GetInt32(3),
                        stays,
                        row.IsDBNull(5) ? null : row.GetString(5),
                        row.IsDBNull(6) ? null : Guid.Parse(row.GetString(6)),
                        row.GetInt32(7) == 1,
                        row.GetInt32(8) == 1));
                }
            }

            return visits;
        }
    }

    // A row that a later version wrote is left out.
    private static List<GateStay>? StaysOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<GateStay>>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
