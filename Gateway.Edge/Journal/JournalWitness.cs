using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Journal;

/// <summary>Keeps how the journal stands. Written by the writer's thread (and once at start, before it runs), read by any.</summary>
internal sealed class JournalWitness(JournalOpening opening, ILogger logger, Action<JournalEntry> announce) : IJournalWitness
{
    private sealed record Trouble(LocalizedText Reason, long Failed);

    private Guid _journalId;
    private long _failedAppends;
    private volatile Trouble? _trouble;

    /// <summary>The highest durable sequence.</summary>
    public DurableSignal Signal { get; } = new();

    /// <summary>Id of the open journal; all zeros while none could be opened.</summary>
    public Guid JournalId
    {
        get
        {
            // A Guid is wider than a machine word; the signal's barrier alone does not make its read whole.
            lock (Signal)
            {
                return _journalId;
            }
        }
    }

    /// <summary>How the journal stands.</summary>
    public JournalStatus Status => new(_trouble is null, Interlocked.Read(ref _failedAppends), _trouble?.Reason, opening.Damage);

    /// <summary>Opens at start; null where the disk does not let it, which the first append tries again.</summary>
    public JournalSession? OpenAtStart()
    {
        try
        {
            var session = opening.Open();
            Note(session);
            return session;
        }
        catch (Exception error) when (JournalFaults.IsExpected(error))
        {
            Failed(0, error);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Durable(JournalSession session)
    {
        Note(session);
        if (_trouble is { } trouble)
        {
            _trouble = null;
            logger.Recovered(trouble.Failed);
            announce(HealthRecord.Of("journal-recovered", "Online", Recovery(trouble), new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["failedAppends"] = trouble.Failed.ToString(CultureInfo.InvariantCulture),
                ["cause"] = trouble.Reason.En,
            }));
        }
    }

    /// <inheritdoc/>
    public JournalUnavailableException Failed(int records, Exception error)
    {
        var reason = JournalFaults.Describe(error, opening.File);
        Interlocked.Add(ref _failedAppends, records);
        _trouble = new Trouble(reason, (_trouble?.Failed ?? 0) + records);
        logger.AppendFailed(records, reason.En, error);
        return new JournalUnavailableException(reason.En, error);
    }

    private static LocalizedText Recovery(Trouble trouble) => new(
        $"日志已恢复写入；期间有 {trouble.Failed} 条记录未能保存。",
        $"The journal is writable again; {trouble.Failed} records could not be kept in between.");

    private void Note(JournalSession session)
    {
        lock (Signal)
        {
            _journalId = session.JournalId;
        }

        Signal.Raise(session.LastSequence);
    }
}
