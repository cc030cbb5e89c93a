using Gateway.Edge.Digest.Counts;
using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Digest.Storage;

/// <summary>
/// The digest as its one writer sees it. Every change is one transaction with the mark of how far it has come, so that a stop at whatever point
/// counts nothing twice and leaves nothing out. After a failure it is thrown away and opened anew. Not safe for several threads.
/// </summary>
internal sealed class DigestFile : IDisposable
{
    /// <summary>Sorts told apart; further ones are told apart by kind and device alone, so that garbage in a record cannot make the file grow.</summary>
    public const int MostSorts = 4096;

    private readonly SqliteConnection _file;
    private readonly TimeZoneInfo _zone;
    private readonly EventInserts _inserts;
    private readonly Dictionary<EventSort, long> _sorts;
    private readonly Dictionary<(string Device, string Outlet), double> _meters;

    private DigestFile(SqliteConnection file, TimeZoneInfo zone, DigestMark mark)
    {
        (_file, _zone, Mark) = (file, zone, mark);
        _inserts = new EventInserts(file);
        _sorts = DigestRows.ReadSorts(file);
        _meters = DigestRows.ReadMeters(file);
    }

    /// <summary>How far it has come.</summary>
    public DigestMark Mark { get; private set; }

    /// <summary>
    /// Opens the file and brings it in line with the journal: another journal (the former was damaged and set aside) or another time zone make
    /// it begin again, and what was counted of days that the journal does not hold any more stays.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="journal">Id of the journal.</param>
    /// <param name="first">The oldest record; null while there is none.</param>
    /// <param name="zone">The compound's time.</param>
    public static DigestFile Open(string path, Guid journal, JournalRecord? first, TimeZoneInfo zone)
    {
        var file = DigestSchema.Open(path);
        try
        {
            var mark = DigestRows.ReadMark(file);
            if (mark is null || mark.Journal != journal || mark.Zone != zone.Id)
            {
                using var transaction = file.BeginTransaction();
                mark = BeginAgain(file, mark, journal, first, zone);
                transaction.Commit();
            }

            return new DigestFile(file, zone, mark);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Takes records in, ascending and without a gap after <see cref="DigestMark.Through"/>.</summary>
    public void Add(IReadOnlyList<JournalRecord> records)
    {
        var counts = new BatchCounts(_zone, _meters);
        var newest = Mark.Newest;
        using var transaction = _file.BeginTransaction();
        _inserts.Join(transaction);
        foreach (var record in records)
        {
            var seen = Bounded(EventReading.Of(record));
            _inserts.Put(seen, NumberOf(seen.Sort));
            counts.Add(seen, isCounted: record.Time.UtcTicks >= Mark.CountsFrom);
            newest = Math.Max(newest, record.Time.UtcTicks);
        }

        DigestRows.Add(_file, counts, NumberOf, _meters);
        var mark = Mark with { Through = records[^1].Sequence, Newest = newest };
        DigestRows.Write(_file, mark);
        transaction.Commit();
        Mark = mark;
    }

    /// <summary>Forgets where records lay that the journal has removed, and days that are over for long. True when there is more to forget.</summary>
    public bool Tidy(long first, int oldestDay, int most)
    {
        using var transaction = _file.BeginTransaction();
        var forgotten = DigestRows.ForgetEventsBefore(_file, first, most);
        DigestRows.ForgetOld(_file, oldestDay);
        var more = forgotten >= most;
        if (!more && forgotten > 0)
        {
            DigestRows.ForgetStrays(_file);
        }

        transaction.Commit();
        return more;
    }

    /// <summary>Forgets where a person's records lie; how many ways to them were forgotten.</summary>
    public int Forget(IReadOnlyList<string> people, IReadOnlyList<string> plates)
    {
        var forgotten = 0;
        using (var transaction = _file.BeginTransaction())
        {
            foreach (var person in people)
            {
                forgotten += _file.Execute("DELETE FROM mention WHERE person = (SELECT id FROM person WHERE name = $name)", ("$name", person));
            }

            foreach (var plate in plates)
            {
                forgotten += _file.Execute("DELETE FROM plate WHERE instr(char(10) || text || char(10), char(10) || $plate || char(10)) > 0", ("$plate", plate));
            }

            DigestRows.ForgetStrays(_file);
            transaction.Commit();
        }

        _file.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return forgotten;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inserts.Dispose();
        _file.Dispose();
    }

    private static DigestMark BeginAgain(SqliteConnection file, DigestMark? before, Guid journal, JournalRecord? first, TimeZoneInfo zone)
    {
        DigestRows.ForgetEvents(file);
        file.Execute("DELETE FROM meter");
        long from = 0;
        if (before is not null && before.Journal != journal)
        {
            // The new journal begins with copies of what the station lacked: those of them that were counted are not counted again.
            from = before.Newest + 1;
        }
        else if (before is not null)
        {
            // Of the oldest day the journal may hold a part only: what was counted of it stands, in the days of before.
            var kept = first is { Sequence: > 1 } ? BatchCounts.Local(first.Time, zone).Day + 1 : 0;
            DigestRows.ForgetDays(file, kept);
            from = kept == 0 ? 0 : StartOf(kept, zone);
        }

        var mark = new DigestMark(journal, zone.Id, Through: 0, before?.Newest ?? 0, from);
        DigestRows.Write(file, mark);
        return mark;
    }

    private static long StartOf(int day, TimeZoneInfo zone)
    {
        var local = DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue);
        // A night in which clocks go forward may have no midnight; the day then begins an hour later.
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return TimeZoneInfo.ConvertTimeToUtc(local, zone).Ticks;
    }

    private DigestEvent Bounded(DigestEvent seen) =>
        _sorts.Count < MostSorts || _sorts.ContainsKey(seen.Sort) ? seen : seen with { Sort = new EventSort(seen.Sort.Kind, Device: "") };

    private long NumberOf(EventSort sort) => _sorts.TryGetValue(sort, out var number) ? number : _sorts[sort] = DigestRows.AddSort(_file, sort);
}
