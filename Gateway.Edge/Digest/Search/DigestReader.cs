using System.Text.Json;
using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Digest.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Digest.Search;

/// <summary>Finds in the digest where records lie. Each call reads by a connection of its own; safe for use by several threads.</summary>
internal sealed class DigestReader(DigestKeeper keeper)
{
    /// <summary>Sorts up to which each is asked for by itself; beyond, records are so dense that walking them is quicker.</summary>
    private const int MostAsked = 200;

    /// <summary>Up to <paramref name="most"/> sequences within bounds, the newest first.</summary>
    /// <param name="query">Which; times are the caller's.</param>
    /// <param name="after">Greater than this.</param>
    /// <param name="through">Not greater than this.</param>
    /// <param name="most">Most of them.</param>
    /// <exception cref="SqliteException">The digest cannot be read.</exception>
    public IReadOnlyList<long> Find(EventQuery query, long after, long through, int most)
    {
        using var file = DigestSchema.OpenForReading(keeper.Path);
        var sorts = query.Sorts is { } asked ? Sorts(file, asked) : null;
        return sorts is { Count: 0 } ? []
            : query.Person is not null ? ByPerson(file, query, sorts, after, through, most)
            : query.Plate is { } plate ? ByPlate(file, plate, sorts, after, through, most)
            : sorts is { Count: <= MostAsked } ? BySort(file, sorts, after, through, most)
            : All(file, sorts, after, through, most);
    }

    /// <summary>Every sort of record that there is.</summary>
    /// <exception cref="SqliteException">The digest cannot be read.</exception>
    public IReadOnlyCollection<EventSort> Sorts()
    {
        using var file = DigestSchema.OpenForReading(keeper.Path);
        return DigestRows.ReadSorts(file).Keys;
    }

    private static List<long> Sorts(SqliteConnection file, Func<EventSort, bool> asked) => [.. DigestRows.ReadSorts(file).Where(sort => asked(sort.Key)).Select(sort => sort.Value)];

    private static List<long> ByPerson(SqliteConnection file, EventQuery query, List<long>? sorts, long after, long through, int most)
    {
        using var command = file.Prepare(
            """
            SELECT mention.sequence FROM mention JOIN event ON event.sequence = mention.sequence LEFT JOIN plate ON plate.sequence = mention.sequence
            WHERE mention.person = (SELECT id FROM person WHERE name = $name) AND mention.sequence > $after AND mention.sequence <= $through
              AND ($sorts IS NULL OR event.sort IN (SELECT value FROM json_each($sorts))) AND ($plate IS NULL OR instr(plate.text, $plate) > 0)
            ORDER BY mention.sequence DESC LIMIT $most
            """,
            ("$name", query.Person),
            ("$plate", query.Plate),
            ("$sorts", Json(sorts)),
            ("$after", after),
            ("$through", through),
            ("$most", most));
        return Read(command);
    }

    private static List<long> ByPlate(SqliteConnection file, string plate, List<long>? sorts, long after, long through, int most)
    {
        using var command = file.Prepare(
            """
            SELECT sequence FROM plate WHERE sequence > $after AND sequence <= $through AND instr(text, $plate) > 0
              AND ($sorts IS NULL OR (SELECT sort FROM event WHERE event.sequence = plate.sequence) IN (SELECT value FROM json_each($sorts)))
            ORDER BY sequence DESC LIMIT $most
            """,
            ("$plate", plate),
            ("$sorts", Json(sorts)),
            ("$after", after),
            ("$through", through),
            ("$most", most));
        return Read(command);
    }

    private static List<long> BySort(SqliteConnection file, List<long> sorts, long after, long through, int most)
    {
        var found = new List<long>();
        using var command = file.Prepare(
            "SELECT sequence FROM event WHERE sort = $sort AND sequence > $after AND sequence <= $through ORDER BY sequence DESC LIMIT $most",
            ("$sort", 0L),
            ("$after", after),
            ("$through", through),
            ("$most", most));
        foreach (var sort in sorts)
        {
            command.Parameters[0].Value = sort;
            found.AddRange(Read(command));
        }

        found.Sort();
        found.Reverse();
        return found.Count > most ? found[..most] : found;
    }

    private static List<long> All(SqliteConnection file, List<long>? sorts, long after, long through, int most)
    {
        using var command = file.Prepare(
            """
            SELECT sequence FROM event WHERE sequence > $after AND sequence <= $through AND ($sorts IS NULL OR +sort IN (SELECT value FROM json_each($sorts)))
            ORDER BY sequence DESC LIMIT $most
            """,
            ("$sorts", Json(sorts)),
            ("$after", after),
            ("$through", through),
            ("$most", most));
        return Read(command);
    }

    private static string? Json(List<long>? sorts) => sorts is null ? null : JsonSerializer.Serialize(sorts);

    private static List<long> Read(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var found = new List<long>();
        while (rows.Read())
        {
            found.Add(rows.GetInt64(0));
        }

        return found;
    }
}
