using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>The journal: appends through <see cref="JournalWriter"/>, reads over connections of their own.</summary>
internal sealed class SqliteJournal : IJournal, IJournalReader, IJournalRetention, IDisposable
{
    private const int TrimStep = 1000;
    private const int LongestRead = 10_000;

    private readonly JournalPaths _paths;
    private readonly JournalOptions _options;
    private readonly TimeProvider _clock;
    private readonly DataDirectoryLock _lock;
    private readonly JournalWitness _witness;
    private readonly JournalWriter _writer;
    private readonly long _start;

    private SqliteJournal(JournalPaths paths, JournalOptions options, TimeProvider clock, ILogger logger, DataDirectoryLock held)
    {
        _paths = paths;
        _options = options;
        _clock = clock;
        _lock = held;
        _start = clock.GetTimestamp();
        var opening = new JournalOpening(paths, options, clock, logger);
        _witness = new JournalWitness(opening, logger, Announce);
        _writer = new JournalWriter(_witness.OpenAtStart(), opening.Open, _witness, options);
    }

    /// <inheritdoc/>
    public Guid JournalId => _witness.JournalId;

    /// <inheritdoc/>
    public long LastSequence => _witness.Signal.Sequence;

    /// <summary>How the journal stands.</summary>
    public JournalStatus Status => _witness.Status;

    /// <summary>
    /// Opens the journal below the data directory, makes it where there is none, and sets a damaged one aside. A disk that cannot be
    /// written leaves it unavailable instead of failing: gates go on, and appends try again.
    /// </summary>
    /// <exception cref="JournalUnavailableException">Another process writes to this data directory.</exception>
    public static SqliteJournal Open(JournalPaths paths, JournalOptions options, TimeProvider clock, ILogger logger)
    {
        var held = DataDirectoryLock.TryTake(paths.Root)
            ?? throw new JournalUnavailableException(
                $"Another gateway process uses {paths.Root}. Stop it, or give this one a folder of its own (Gateway:DataDirectory).");
        try
        {
            var journal = new SqliteJournal(paths, options, clock, logger, held);
            journal._writer.Start();
            return journal;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        EntryCheck.Require(entry, _options.MaximumDataBytes);
        var pending = Stamp(entry);
        var queued = _writer.EnqueueAsync(pending, cancellationToken);
        return queued.IsCompletedSuccessfully ? new ValueTask<JournalRecord>(pending.Task) : AwaitAsync(queued, pending);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken) =>
        Read(connection => JournalRows.Read(connection, after, Math.Clamp(limit, 1, LongestRead)), after, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, EventPriority priority, int limit, CancellationToken cancellationToken) =>
        Read(connection => JournalRows.Read(connection, after, priority, Math.Clamp(limit, 1, LongestRead)), after, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRecord>> PickAsync(IReadOnlyList<long> sequences, CancellationToken cancellationToken) => sequences.Count == 0
        ? new([])
        : Read(connection => JournalRows.Pick(connection, sequences.Count > LongestRead ? [.. sequences.Take(LongestRead)] : sequences), sequences.Min() - 1, cancellationToken);

    /// <inheritdoc/>
    public ValueTask WaitAsync(long after, CancellationToken cancellationToken) => _witness.Signal.WaitAsync(after, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<long> TrimAsync(long receiptedThrough, CancellationToken cancellationToken)
    {
        var removed = 0L;
        for (var step = TrimStep; step == TrimStep; removed += step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // In short steps, so that appends pass in between.
            step = await Task.Run(() => _writer.Trim(receiptedThrough, TrimStep), cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }

    /// <inheritdoc/>
    public async ValueTask NoteReceiptedAsync(long receiptedThrough, CancellationToken cancellationToken) =>
        await Task.Run(() => _writer.Trim(receiptedThrough, limit: 0), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public double ReadFill()
    {
        try
        {
            using var connection = JournalConnections.OpenForReading(_paths.File);
            var pages = connection.Scalar<long>("PRAGMA page_count") - connection.Scalar<long>("PRAGMA freelist_count");
            return (double)pages * connection.Scalar<long>("PRAGMA page_size") / (_options.MaximumMegabytes * 1024.0 * 1024.0);
        }
        catch (Exception error) when (JournalFaults.IsExpected(error))
        {
            throw new JournalUnavailableException(JournalFaults.Describe(error, _paths.File).En, error);
        }
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public void Dispose()
    {
        // Readers first: only the writer, closing last, can fold the write-ahead log into the record file.
        using (var pooled = new SqliteConnection(JournalConnections.ReadingString(_paths.File)))
        {
            SqliteConnection.ClearPool(pooled);
        }

        _writer.Dispose();
        _lock.Dispose();
    }

    private static async ValueTask<JournalRecord> AwaitAsync(ValueTask queued, PendingAppend pending)
    {
        await queued.ConfigureAwait(false);
        return await pending.Task.ConfigureAwait(false);
    }

    private ValueTask<IReadOnlyList<JournalRecord>> Read(
        Func<SqliteConnection, List<JournalRecord>> read, long after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var connection = JournalConnections.OpenForReading(_paths.File);
            return new(read(connection));
        }
        catch (Exception error) when (JournalFaults.IsExpected(error))
        {
            throw JournalFaults.IsDamage(error)
                ? JournalFaults.Unreadable(_paths.File, RecordProbe.FirstAfter(_paths.File, after) ?? after + 1, error)
                : new JournalUnavailableException(JournalFaults.Describe(error, _paths.File).En, error);
        }
    }

    private PendingAppend Stamp(JournalEntry entry)
    {
        var now = _clock.GetUtcNow();
        return new PendingAppend(entry, Guid.CreateVersion7(now), now, _clock.GetElapsedTime(_start).Ticks * TimeSpan.NanosecondsPerTick);
    }

    // Called by the writer's thread, which must not wait for itself: when the queue is full the log alone tells.
    private void Announce(JournalEntry entry) => _ = AppendAsync(entry, new CancellationToken(canceled: true)).AsTask()
        .ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
