using Gateway.Edge.Uplink;

namespace Gateway.Edge.Tests.Console.Status;

/// <summary>An uplink that stands still at one moment.</summary>
internal sealed record UplinkAt(bool Connected = false, long Backlog = 0, string? Fault = null, DateTimeOffset? LastReceiptAt = null) : IUplinkStatus
{
    public long LastSequence => Backlog;

    public long Receipted => 0;

    public long MediaPending => 0;

    public long RefusedRecords => 0;

    public long IgnoredMessages => 0;
}
