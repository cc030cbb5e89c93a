using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>
/// Every charger's transactions, kept over restarts; none are known before <see cref="LoadAsync"/>. What a charger repeats is recognised and given the same answer. Bounded: the oldest
/// of each charger go first. Safe for several threads.
/// </summary>
internal sealed class TransactionBook(TransactionFile file, TimeProvider clock) : IDisposable
{
    /// <summary>How many transactions are kept of one charger.</summary>
    public const int PerChargePoint = 128;

    private static readonly TimeSpan s_keep = TimeSpan.FromDays(90);

    /// <summary>Ids count from here by seconds where nothing is known of earlier ones, so that a lost file never gives an id anew.</summary>
    private static readonly DateTimeOffset s_epoch = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SemaphoreSlim _gate = new(1); // one change and its write at a time
    private volatile IReadOnlyList<TransactionEntry> _entries = []; // replaced whole by the holder of _gate
    private volatile string? _trouble;
    private bool _loaded; // guarded by _gate
    private int _lastId; // guarded by _gate

    /// <summary>Why charges would not survive a restart just now; null where they would.</summary>
    public string? Trouble => _trouble;

    /// <summary>
    /// Reads the file, once. Not earlier than needed: when the hardware file changes, the bus that goes still writes while the one that
    /// comes is already built.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_loaded)
            {
                _entries = file.Read(out var trouble);
                (_loaded, _trouble) = (true, trouble);
                _lastId = _entries.Select(entry => entry.Transaction.Id).DefaultIfEmpty().Max();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A charger's transactions, oldest first.</summary>
    public IReadOnlyList<OcppTransaction> Of(string chargePoint) =>
        [.. _entries.Select(entry => entry.Transaction).Where(transaction => IsOf(transaction, chargePoint))];

    /// <summary>The transaction that runs at a connector: the latest to begin; null where none runs.</summary>
    public OcppTransaction? Running(string chargePoint, int connector) => _entries
        .Select(entry => entry.Transaction)
        .Where(transaction => transaction.Runs && transaction.Connector == connector && IsOf(transaction, chargePoint))
        .MaxBy(transaction => (transaction.StartedAt, transaction.Id));

    /// <summary>
    /// Notes a start. The same start again gives the same transaction. A start ends an earlier transaction of its connector whose end
    /// the charger has not told.
    /// </summary>
    /// <param name="chargePoint">Which charger says so.</param>
    /// <param name="connector">From 1.</param>
    /// <param name="start">The message.</param>
    /// <param name="at">The time to go by.</param>
    /// <param name="cancellationToken">Gives up before anything is noted.</param>
    public async Task<StartNoted> StartAsync(string chargePoint, int connector, StartMessage start, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_entries.FirstOrDefault(entry => IsSame(entry, chargePoint, connector, start)) is { } known)
            {
                return new StartNoted(known.Transaction, Superseded: null, Repeated: true);
            }

            var entries = _entries.ToList();
            var transaction = new OcppTransaction(NextId(), chargePoint, connector, start.IdTag, at)
            {
                MeterStart = start.MeterStart,
                HeardAt = clock.GetUtcNow(),
            };
            OcppTransaction? superseded = null;
            if (Running(chargePoint, connector) is { } before && before.StartedAt <= at)
            {
                superseded = before with { StoppedAt = at, Reason = OcppStopReason.Unknown };
                Replace(entries, superseded, statedStop: null);
            }

            entries.Add(new TransactionEntry(transaction) { StatedStart = start.Timestamp });
            await KeepAsync(entries);
            return new StartNoted(transaction, superseded, Repeated: false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Notes an end. <see cref="StopFinder"/> says how the transaction is found where its id is unknown.</summary>
    /// <param name="chargePoint">Which charger says so.</param>
    /// <param name="stop">The message.</param>
    /// <param name="at">The time to go by.</param>
    /// <param name="cancellationToken">Gives up before anything is noted.</param>
    public async Task<StopNoted> StopAsync(string chargePoint, StopMessage stop, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var own = _entries.Where(entry => IsOf(entry.Transaction, chargePoint)).ToList();
            var (found, how) = StopFinder.Find(own, stop, at);
            if (how == StopMatch.Repeated)
            {
                return new StopNoted(found!.Transaction, how);
            }

            var entries = _entries.ToList();
            var began = found?.Transaction ?? new OcppTransaction(NextId(), chargePoint, Connector: 0, stop.IdTag ?? "", at) { HeardAt = clock.GetUtcNow() };
            var ended = began with { StoppedAt = at > began.StartedAt ? at : began.StartedAt, MeterStop = stop.MeterStop, Reason = stop.Reason };
            if (found is null)
            {
                entries.Add(new TransactionEntry(ended) { StatedStop = stop.Timestamp });
            }
            else
            {
                Replace(entries, ended, stop.Timestamp);
            }

            await KeepAsync(entries);
            return new StopNoted(ended, how);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static bool IsOf(OcppTransaction transaction, string chargePoint) =>
        string.Equals(transaction.ChargePoint, chargePoint, StringComparison.Ordinal);

    private static bool IsSame(TransactionEntry entry, string chargePoint, int connector, StartMessage start) =>
        IsOf(entry.Transaction, chargePoint)
        && entry.Transaction.Connector == connector
        && entry.Transaction.MeterStart == start.MeterStart
        && string.Equals(entry.Transaction.IdTag, start.IdTag, StringComparison.OrdinalIgnoreCase)
        && entry.StatedStart == start.Timestamp
        && (start.Timestamp is not null || entry.Transaction.Runs); // Without a time only a running one can be meant.

    private static void Replace(List<TransactionEntry> entries, OcppTransaction transaction, DateTimeOffset? statedStop)
    {
        var index = entries.FindIndex(entry => entry.Transaction.Id == transaction.Id);
        entries[index] = entries[index] with { Transaction = transaction, StatedStop = statedStop };
    }

    private int NextId()
    {
        var seconds = (clock.GetUtcNow() - s_epoch).TotalSeconds;
        _lastId = Math.Max(_lastId + 1, seconds is > 0 and < int.MaxValue ? (int)seconds : 1);
        return _lastId;
    }

    /// <summary>
    /// Prunes, publishes and writes. A disk that fails loses nothing but the memory over a restart: the charger has to be answered, or it
    /// repeats itself for ever.
    /// </summary>
    private async Task KeepAsync(IReadOnlyList<TransactionEntry> entries)
    {
        var oldest = clock.GetUtcNow() - s_keep;
        _entries = [.. entries
            .Where(entry => entry.Transaction.Runs || entry.Transaction.HeardAt > oldest)
            .GroupBy(entry => entry.Transaction.ChargePoint, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(entry => entry.Transaction.Id).TakeLast(PerChargePoint))];
        try
        {
            // Not to be given up half-way: what is published has to reach the disk.
            await file.WriteAsync(_entries, CancellationToken.None);
            _trouble = null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _trouble = $"The list of charges could not be written: {error.Message}";
        }
    }
}
