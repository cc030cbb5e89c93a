using System.Text.Json;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>
/// What the gateway knows of one terminal and must not forget: whom it has confirmed, until when its events are known, and which of the
/// last ones have been taken. Holds no names and no pictures. Safe for several threads.
/// </summary>
internal sealed class TerminalState(string? path)
{
    /// <summary>Enough for what happens at a gate between two searches of its log.</summary>
    private const int Remembered = 4096;

    private readonly Lock _gate = new(); // guards everything below it
    private readonly Dictionary<string, Confirmed> _people = new(StringComparer.Ordinal);
    private readonly HashSet<EventKey> _taken = [];
    private readonly Queue<EventKey> _order = new();
    private DateTimeOffset? _knownUntil;
    private bool _changed;

    /// <summary>Every event before this is known; null where no search has ended yet.</summary>
    public DateTimeOffset? KnownUntil
    {
        get
        {
            lock (_gate)
            {
                return _knownUntil;
            }
        }

        set
        {
            lock (_gate)
            {
                (_knownUntil, _changed) = (value, true);
            }
        }
    }

    /// <summary>Reads what an earlier run has kept. A file that cannot be read is as none: everything is brought to the terminal again.</summary>
    public static TerminalState Load(string? path)
    {
        var state = new TerminalState(path);
        try
        {
            if (path is not null && File.Exists(path) && JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(path)) is { } kept)
            {
                state._knownUntil = kept.KnownUntil;
                foreach (var (number, confirmed) in kept.People ?? [])
                {
                    state._people[number] = confirmed;
                }

                foreach (var key in kept.Taken ?? [])
                {
                    state.TryTake(key.Serial, key.At);
                }
            }
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return new TerminalState(path);
        }

        return state;
    }

    /// <summary>Whom the terminal has confirmed, by number.</summary>
    public IReadOnlyDictionary<string, Confirmed> People()
    {
        lock (_gate)
        {
            return new Dictionary<string, Confirmed>(_people, StringComparer.Ordinal);
        }
    }

    /// <summary>The terminal has confirmed a person, or with null that it does not hold one any more.</summary>
    public void Confirm(string number, Confirmed? confirmed)
    {
        lock (_gate)
        {
            _changed = true;
            if (confirmed is null)
            {
                _people.Remove(number);
            }
            else
            {
                _people[number] = confirmed;
            }
        }
    }

    /// <summary>Takes an event once: false for one that came before, by whichever way. The time tells numbers apart that begin anew.</summary>
    public bool TryTake(long serial, DateTimeOffset? at)
    {
        var key = new EventKey(serial, at?.ToUniversalTime());
        lock (_gate)
        {
            if (!_taken.Add(key))
            {
                return false;
            }

            _changed = true;
            _order.Enqueue(key);
            if (_order.Count > Remembered)
            {
                _taken.Remove(_order.Dequeue());
            }

            return true;
        }
    }

    /// <summary>An event that was taken has not been reported after all: whichever way it comes next, it is taken again.</summary>
    public void GiveBack(long serial, DateTimeOffset? at)
    {
        lock (_gate)
        {
            // Its place in the order stays; forgetting it twice does no harm.
            _taken.Remove(new EventKey(serial, at?.ToUniversalTime()));
        }
    }

    /// <summary>Writes what has changed, whole or not at all; what could not be written is written with the next call.</summary>
    /// <returns>Why it could not be written; null when it was.</returns>
    public string? Save()
    {
        byte[] bytes;
        lock (_gate)
        {
            if (!_changed || path is null)
            {
                return null;
            }

            bytes = JsonSerializer.SerializeToUtf8Bytes(
                new Kept(_knownUntil, new(_people, StringComparer.Ordinal), [.. _order.Where(_taken.Contains)]));
            _changed = false;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".new", path, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            lock (_gate)
            {
                _changed = true;
            }

            return error.Message;
        }
    }

    /// <summary>What the terminal holds of a person.</summary>
    /// <param name="Person">Mark of everything but the face.</param>
    /// <param name="Face">Mark of the face; empty for none, null where it is not known.</param>
    internal sealed record Confirmed(string Person, string? Face);

    internal readonly record struct EventKey(long Serial, DateTimeOffset? At);

    private sealed record Kept(DateTimeOffset? KnownUntil, Dictionary<string, Confirmed>? People, List<EventKey>? Taken);
}
