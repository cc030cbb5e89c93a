using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>
/// Walks the whole chain of a record file, which a running gateway may be writing to: it reads in short steps up to the end that
/// stood at the beginning.
/// </summary>
internal sealed class JournalVerifier
{
    private const int Step = 1000;
    private const int ProblemsKept = 20;

    private readonly List<VerificationProblem> _problems = [];
    private readonly HashSet<string> _mediaSeen = new(StringComparer.Ordinal);
    private readonly IMediaStore? _media;
    private long _problemCount;
    private long _records;
    private long _first;
    private long _last;

    private JournalVerifier(IMediaStore? media) => _media = media;

    /// <summary>Verifies the journal; with <paramref name="media"/> also that each medium is there and is what its name promises.</summary>
    /// <exception cref="JournalUnavailableException">There is no journal, or not even its head can be read.</exception>
    public static async Task<VerificationReport> VerifyAsync(JournalPaths paths, IMediaStore? media, CancellationToken cancellationToken)
    {
        if (!File.Exists(paths.File))
        {
            throw new JournalUnavailableException($"There is no journal at {paths.File}. Name the data directory with --data.");
        }

        try
        {
            using var connection = JournalConnections.OpenOnce(paths.File);
            return await new JournalVerifier(media).WalkAsync(connection, paths.File, cancellationToken);
        }
        catch (SqliteException error)
        {
            throw new JournalUnavailableException($"The journal {paths.File} cannot be read at all: {error.Message}", error);
        }
    }

    private async Task<VerificationReport> WalkAsync(SqliteConnection connection, string file, CancellationToken cancellationToken)
    {
        var id = JournalEnd.ReadId(connection, file);
        var anchor = JournalEnd.ReadAnchor(connection);
        var walk = new ChainWalk(anchor);
        var (end, after) = (JournalEnd.Read(connection).Sequence, anchor.Sequence);
        while (after < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var records, after) = ReadStep(connection, after, end);
            foreach (var record in records)
            {
                await LookAsync(walk, record, cancellationToken);
            }
        }

        return new VerificationReport(id, file, _first, _last, _records, _mediaSeen.Count, _problemCount, _problems);
    }

    private (List<JournalRecord> Records, long After) ReadStep(SqliteConnection connection, long after, long end)
    {
        try
        {
            var records = JournalRows.Read(connection, after, (int)Math.Min(Step, end - after));
            return (records, records.Count > 0 ? records[^1].Sequence : end);
        }
        catch (Exception error) when (JournalFaults.IsDamage(error))
        {
            return ReadAround(connection, after, Math.Min(after + Step, end));
        }
    }

    // One by one through a damaged stretch, so that the very sequence is named.
    private (List<JournalRecord> Records, long After) ReadAround(SqliteConnection connection, long after, long until)
    {
        var records = new List<JournalRecord>();
        for (var sequence = after + 1; sequence <= until; sequence++)
        {
            try
            {
                // A record further on is one that a later round reads.
                records.AddRange(JournalRows.Read(connection, sequence - 1, 1).FindAll(record => record.Sequence == sequence));
            }
            catch (Exception error) when (JournalFaults.IsDamage(error))
            {
                Report(sequence, $"record {sequence} cannot be read: {error.Message}");
            }
        }

        return (records, until);
    }

    private async Task LookAsync(ChainWalk walk, JournalRecord record, CancellationToken cancellationToken)
    {
        if (walk.Check(record) is { } fault)
        {
            Report(record.Sequence, fault);
        }

        _records++;
        _last = record.Sequence;
        _first = _first == 0 ? record.Sequence : _first;
        foreach (var medium in record.Media)
        {
            await LookAsync(record.Sequence, medium.Sha256, cancellationToken);
        }
    }

    private async Task LookAsync(long sequence, string sha256, CancellationToken cancellationToken)
    {
        if (_media is null || !_mediaSeen.Add(sha256))
        {
            return;
        }

        try
        {
            if (await _media.ReadAsync(sha256, cancellationToken) is null)
            {
                Report(sequence, $"medium {sha256} of record {sequence} is missing");
            }
        }
        catch (Exception error) when (error is JournalUnavailableException or ArgumentException)
        {
            Report(sequence, $"medium of record {sequence}: {error.Message}");
        }
    }

    private void Report(long sequence, string what)
    {
        _problemCount++;
        if (_problems.Count < ProblemsKept)
        {
            _problems.Add(new VerificationProblem(sequence, what));
        }
    }
}
