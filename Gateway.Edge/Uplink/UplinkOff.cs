using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink;

/// <summary>The status where <c>Uplink:Enabled</c> is false.</summary>
internal sealed class UplinkOff(IJournal journal) : IUplinkStatus, IReceiptWatermark
{
    public bool Connected => false;

    public long LastSequence => journal.LastSequence;

    public long Receipted => 0;

    public long Backlog => LastSequence;

    public DateTimeOffset? LastReceiptAt => null;

    public long MediaPending => 0;

    public long RefusedRecords => 0;

    public long IgnoredMessages => 0;

    public long Of(Guid journal) => 0;

    public string? Fault => "Uplink:Enabled is false: nothing is sent to a station.";
}
