using Gateway.Edge.Access.Grants;
using Gateway.Edge.Digest.Counts;
using Gateway.Edge.Digest.Storage;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Digest;

/// <summary>
/// Follows the journal with the digest, in the background: nobody waits for it, least of all the gateway's start. A digest that is absent, damaged or
/// of another journal is made again; one that cannot be written is tried again each minute. Safe for use by several threads.
/// </summary>
internal sealed class DigestKeeper(
    IJournal journal, IJournalReader reader, JournalPaths paths, GrantZone zone, TimeProvider time, ILogger<DigestKeeper> logger) : BackgroundService
{
    /// <summary>Days that are counted are kept so long.</summary>
    public const int DaysKept = 400;

    private const int Batch = 2000;
    private static readonly TimeSpan s_retry = TimeSpan.FromMinutes(1);

    /// <summary>Between batches of a long catch-up: gates and pages come first.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromMilliseconds(10);

    /// <summary>Records gather so long before they are taken in together.</summary>
    private static readonly TimeSpan s_gather = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_tidyAgain = TimeSpan.FromHours(1);

    // Guards the file.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DigestFile? _file;
    private long? _tidied;
    private long _first = 1;
    private long _through;

    /// <summary>Where the file lies.</summary>
    public string Path { get; } = System.IO.Path.Combine(paths.Root, "digest.db");

    /// <summary>How far it has come.</summary>
    public DigestStanding Standing => new(Interlocked.Read(ref _through), journal.LastSequence, Interlocked.Read(ref _first));

    /// <summary>Takes in everything that is durable now.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (await StepAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Takes one batch in; true when there is more.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public Task<bool> StepAsync(CancellationToken cancellationToken) => UseAsync(
        async file =>
        {
            var records = await reader.ReadAsync(file.Mark.Through, Batch, cancellationToken);
            if (records.Count == 0)
            {
                return false;
            }

            file.Add(records);
            Interlocked.Exchange(ref _through, file.Mark.Through);
            return records.Count == Batch;
        },
        cancellationToken);

    /// <summary>Forgets where a person's records lie; how many ways to them were forgotten.</summary>
    public Task<int> ForgetAsync(IReadOnlyList<string> people, IReadOnlyList<string> plates, CancellationToken cancellationToken) =>
        UseAsync(file => Task.FromResult(file.Forget(people, plates)), cancellationToken);

    /// <summary>Forgets what the journal has removed and what is over for long.</summary>
    public Task TidyAsync(CancellationToken cancellationToken) => UseAsync(
        async file =>
        {
            var oldest = await reader.ReadAsync(0, 1, cancellationToken);
            var day = BatchCounts.Local(time.GetUtcNow(), zone.Zone).Day - DaysKept;
            while (file.Tidy(oldest.Count == 0 ? 0 : oldest[0].Sequence, day, Batch))
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _file?.Dispose();
        DigestSchema.ClosePool(Path);
        _turn.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Supervision boundary: the digest can be done without, and is tried again.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                DigestLog.Failed(logger, Path, s_retry, error);
                await Task.Delay(s_retry, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        for (var read = 0L; ;)
        {
            var before = Interlocked.Read(ref _through);
            while (await StepAsync(stoppingToken))
            {
                await Task.Delay(s_breath, time, stoppingToken);
            }

            read += Interlocked.Read(ref _through) - before;
            if (read > Batch)
            {
                DigestLog.CaughtUp(logger, Path, read);
                read = 0;
            }

            if (_tidied is not { } tidied || time.GetElapsedTime(tidied) >= s_tidyAgain)
            {
                await TidyAsync(stoppingToken);
                _tidied = time.GetTimestamp();
            }

            await reader.WaitAsync(Interlocked.Read(ref _through), stoppingToken);
            await Task.Delay(s_gather, time, stoppingToken);
        }
    }

    private async Task<T> UseAsync<T>(Func<DigestFile, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await work(_file ??= await OpenAsync(cancellationToken));
        }
        catch
        {
            // Whatever it was, memory may be ahead of the disk: the next one reads it anew.
            _file?.Dispose();
            _file = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<DigestFile> OpenAsync(CancellationToken cancellationToken)
    {
        var oldest = await reader.ReadAsync(0, 1, cancellationToken);
        // A journal that never opened has no id yet; what follows it then would be thrown away.
        if (journal.JournalId == Guid.Empty)
        {
            throw new JournalUnavailableException("The journal is not open yet.");
        }

        // Looking through a file takes a while: not on a thread that others wait for.
        var file = await Task.Run(() => DigestFile.Open(Path, journal.JournalId, oldest.Count > 0 ? oldest[0] : null, zone.Zone), cancellationToken);
        Interlocked.Exchange(ref _first, oldest.Count > 0 ? oldest[0].Sequence : 1);
        Interlocked.Exchange(ref _through, file.Mark.Through);
        return file;
    }
}
