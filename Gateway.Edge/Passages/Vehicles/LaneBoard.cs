using System.Collections.Concurrent;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What each vehicle barrier shows at this moment, for pages and the command line. Written by the lanes, read by anyone.</summary>
internal sealed class LaneBoard
{
    private readonly ConcurrentDictionary<DeviceId, LaneView> _lanes = new();
    private readonly Lock _gate = new(); // guards _revision and _changed
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _revision;

    /// <summary>All barriers by id.</summary>
    public IReadOnlyList<LaneView> Lanes => [.. _lanes.Values.OrderBy(lane => lane.Barrier.Value, StringComparer.Ordinal)];

    /// <summary>Grows with every change. Read it before <see cref="Lanes"/>, so that nothing is missed in between.</summary>
    public long Revision
    {
        get
        {
            lock (_gate)
            {
                return _revision;
            }
        }
    }

    /// <summary>One barrier; null for none that stands.</summary>
    public LaneView? Find(DeviceId barrier) => _lanes.GetValueOrDefault(barrier);

    /// <summary>Ends when the revision is no longer <paramref name="seen"/>.</summary>
    public Task ChangedAsync(long seen, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return seen == _revision ? _changed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
        }
    }

    /// <summary>Sets what a barrier shows; nothing changes for those who wait where it is what it was.</summary>
    public void Show(LaneView view)
    {
        if (_lanes.TryGetValue(view.Barrier, out var shown) && shown.IsSame(view))
        {
            return;
        }

        _lanes[view.Barrier] = view;
        Changed();
    }

    /// <summary>The barrier stands no more.</summary>
    public void Remove(DeviceId barrier)
    {
        if (_lanes.TryRemove(barrier, out _))
        {
            Changed();
        }
    }

    private void Changed()
    {
        TaskCompletionSource ended;
        lock (_gate)
        {
            _revision++;
            (ended, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        ended.SetResult();
    }
}
