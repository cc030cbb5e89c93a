using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Digest.Storage;

/// <summary>The hot statements of the digest, prepared once. One thread at a time, within the caller's transaction.</summary>
internal sealed class EventInserts : IDisposable
{
    /// <summary>People remembered with their numbers; with more, look-ups begin again.</summary>
    private const int MostRemembered = 50_000;

    private readonly SqliteCommand _event;
    private readonly SqliteCommand _plate;
    private readonly SqliteCommand _mention;
    private readonly SqliteCommand _person;
    private readonly Dictionary<string, long> _people = new(StringComparer.Ordinal);

    public EventInserts(SqliteConnection file)
    {
        _event = file.Prepare("INSERT OR REPLACE INTO event VALUES ($sequence, $sort)", ("$sequence", 0L), ("$sort", 0L));
        _plate = file.Prepare("INSERT OR REPLACE INTO plate VALUES ($sequence, $text)", ("$sequence", 0L), ("$text", ""));
        _mention = file.Prepare("INSERT OR IGNORE INTO mention VALUES ($person, $sequence)", ("$person", 0L), ("$sequence", 0L));
        _person = file.Prepare("INSERT INTO person (name) VALUES ($name) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id", ("$name", ""));
    }

    /// <summary>What follows belongs to a transaction.</summary>
    public void Join(SqliteTransaction transaction)
    {
        foreach (var command in new[] { _event, _plate, _mention, _person })
        {
            command.Transaction = transaction;
        }
    }

    /// <summary>Notes where a record lies.</summary>
    public void Put(DigestEvent seen, long sort)
    {
        Run(_event, seen.Sequence, sort);
        if (seen.Plates is { } plates)
        {
            Run(_plate, seen.Sequence, plates);
        }

        if (seen.Person is { } person)
        {
            Run(_mention, NumberOf(person), seen.Sequence);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _event.Dispose();
        _plate.Dispose();
        _mention.Dispose();
        _person.Dispose();
    }

    private static void Run(SqliteCommand command, object first, object second)
    {
        command.Parameters[0].Value = first;
        command.Parameters[1].Value = second;
        command.ExecuteNonQuery();
    }

    private long NumberOf(string person)
    {
        if (_people.TryGetValue(person, out var number))
        {
            return number;
        }

        if (_people.Count >= MostRemembered)
        {
            _people.Clear();
        }

        _person.Parameters[0].Value = person;
        return _people[person] = (long)_person.ExecuteScalar()!;
    }
}
