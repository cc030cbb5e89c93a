using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink;

/// <summary>Written by the pump and the inbox, read by anyone.</summary>
internal sealed class UplinkStatus(IJournal journal, IMqttSession session) : IUplinkStatus, IReceiptWatermark
{
    private long _receipted;
    private long _lastReceiptTicks;
    private long _mediaPending;
    private long _refusedRecords;
    private long _ignoredMessages;
    private long _acknowledged;
    private volatile string? _fault;
    private volatile string? _mediaFault;
    private volatile string? _lastingFault;

    // The journal that _receipted counts in; replaced as a whole.
    private volatile object _receiptedJournal = Guid.Empty;

    public bool Connected => session.IsConnected;

    public long LastSequence => journal.LastSequence;

    public long Receipted
    {
        get => Interlocked.Read(ref _receipted);
        set => Interlocked.Exchange(ref _receipted, value);
    }

    public long Backlog => Math.Max(0, LastSequence - Receipted);

    public DateTimeOffset? LastReceiptAt => Interlocked.Read(ref _lastReceiptTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public long MediaPending
    {
        get => Interlocked.Read(ref _mediaPending);
        set => Interlocked.Exchange(ref _mediaPending, value);
    }

    public long RefusedRecords => Interlocked.Read(ref _refusedRecords);

    public long IgnoredMessages => Interlocked.Read(ref _ignoredMessages);

    public string? Fault
    {
        get => _lastingFault ?? _fault ?? _mediaFault;
        set => _fault = value;
    }

    /// <summary>Why media are held; apart from <see cref="Fault"/>, which ends as soon as an event gets through.</summary>
    public string? MediaFault
    {
        set => _mediaFault = value;
    }

    /// <summary>A fault that only people can mend; stays until the next start.</summary>
    public string? LastingFault
    {
        get => _lastingFault;
        set => _lastingFault = value;
    }

    /// <inheritdoc/>
    public long Of(Guid journal)
    {
        // Looked at before and after, so that the sequence is of that journal.
        var known = (Guid)_receiptedJournal;
        var receipted = Receipted;
        return known == journal && (Guid)_receiptedJournal == journal ? receipted : 0;
    }

    /// <summary>From here on receipts count in this journal.</summary>
    public void BeginJournal(Guid journal, long receipted)
    {
        _receiptedJournal = Guid.Empty;
        Receipted = receipted;
        _receiptedJournal = journal;
    }

    /// <summary>Events that the broker has acknowledged since the start, repeats included.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    public void CountAcknowledged() => Interlocked.Increment(ref _acknowledged);

    public void ReceiptArrived(DateTimeOffset at) => Interlocked.Exchange(ref _lastReceiptTicks, at.UtcTicks);

    public long CountRefused() => Interlocked.Increment(ref _refusedRecords);

    public long CountIgnored() => Interlocked.Increment(ref _ignoredMessages);
}
