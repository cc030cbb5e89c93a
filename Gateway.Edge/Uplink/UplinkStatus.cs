using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink;

/// <summary>Written by the pump and the inbox, read by anyone.</summary>
internal sealed class UplinkStatus(IJournal journal, IMqttSession session) : IUplinkStatus
{
    private long _receipted;
    private long _lastReceiptTicks;
    private long _mediaPending;
    private long _refusedRecords;
    private long _ignoredMessages;
    private long _acknowledged;
    private volatile string? _fault;

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
        get => _fault;
        set => _fault = value;
    }

    /// <summary>Events that the broker has acknowledged since the start, repeats included.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    public void CountAcknowledged() => Interlocked.Increment(ref _acknowledged);

    public void ReceiptArrived(DateTimeOffset at) => Interlocked.Exchange(ref _lastReceiptTicks, at.UtcTicks);

    public long CountRefused() => Interlocked.Increment(ref _refusedRecords);

    public long CountIgnored() => Interlocked.Increment(ref _ignoredMessages);
}
