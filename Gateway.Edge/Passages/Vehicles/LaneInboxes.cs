using System.Collections.Concurrent;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>The inboxes of the lanes that run. Safe for use by several threads.</summary>
internal sealed class LaneInboxes
{
    private readonly ConcurrentDictionary<DeviceId, LaneInbox> _open = new();

    /// <summary>A lane begins; one that begins again finds what came meanwhile.</summary>
    public LaneInbox Open(DeviceId barrier) => _open.GetOrAdd(barrier, static _ => new LaneInbox());

    /// <summary>The lane of a barrier; null where none runs.</summary>
    public LaneInbox? Find(DeviceId barrier) => _open.GetValueOrDefault(barrier);

    /// <summary>The lane that reads <paramref name="inbox"/> ends; one that has begun since for the same barrier is not its concern.</summary>
    public void Close(DeviceId barrier, LaneInbox inbox)
    {
        _open.TryRemove(new KeyValuePair<DeviceId, LaneInbox>(barrier, inbox));
        inbox.Close();
    }

    /// <summary>No lane of a barrier goes on, and none begins again with what has come.</summary>
    /// <returns>Passages that no lane has put on record.</returns>
    public IReadOnlyList<BarrierObserved> Close(DeviceId barrier)
    {
        if (!_open.TryRemove(barrier, out var inbox))
        {
            return [];
        }

        inbox.Close();
        return inbox.TakeLeft();
    }

    /// <summary>
    /// Hands what a barrier reports to its lane. True where the lane will put it on record itself, with the vehicle's plate: a passage, or a
    /// vehicle that followed another.
    /// </summary>
    public bool HandOver(BarrierObserved observed)
    {
        var (happened, order, at) = (observed.Event, observed.Reason, observed.At);
        var isPassage = happened is (BarrierEvent.Passed or BarrierEvent.Tailgated);
        var taken = Find(observed.Device)?.TryPost(new LaneInput(
            (machine, now) => machine.Happened(happened, order, at, now), Observed: isPassage ? observed : null)) ?? false;
        return taken && isPassage;
    }
}
