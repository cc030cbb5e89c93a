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

    /// <summary>The lane has ended.</summary>
    public void Close(DeviceId barrier)
    {
        if (_open.TryRemove(barrier, out var inbox))
        {
            inbox.Close();
        }
    }

    /// <summary>
    /// Hands what a barrier reports to its lane. True where the lane will put it on record itself, with the vehicle's plate: a passage, or a
    /// vehicle that followed another.
    /// </summary>
    public bool HandOver(BarrierObserved observed)
    {
        var (happened, order, at) = (observed.Event, observed.Reason, observed.At);
        var taken = Find(observed.Device)?.TryPost((machine, now) => machine.Happened(happened, order, at, now)) ?? false;
        return taken && happened is (BarrierEvent.Passed or BarrierEvent.Tailgated);
    }
}
