using Gateway.Drivers.Devices;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Which cameras somebody is trying out with throws, and what was found meanwhile. A fall within the armed time is a test: it is on record
/// as one and never counted. Kept in memory: after a restart no camera is armed. Safe for several threads.
/// </summary>
internal sealed class TestThrows(TimeProvider time)
{
    /// <summary>Throws that are kept for each camera; the oldest make room.</summary>
    public const int Kept = 8;

    /// <summary>How long a camera is armed unless said otherwise.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    /// <summary>Real falls of that time would pass for tests: nobody arms a camera for the night.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    private readonly Lock _gate = new();

    // Guarded by _gate. As many entries as cameras were ever armed.
    private readonly Dictionary<DeviceId, Trial> _trials = [];
    private long _count;

    /// <summary>From now on falls are tests, for so long; arming anew sets the time anew.</summary>
    /// <param name="device">The camera.</param>
    /// <param name="lasts">Above zero, at most <see cref="Longest"/>.</param>
    /// <returns>When it ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative or longer.</exception>
    public DateTimeOffset Arm(DeviceId device, TimeSpan lasts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lasts, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lasts, Longest);
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var trial = TrialOf(device);
            trial.Since = trial.Until > now ? trial.Since : now;
            trial.Until = now + lasts;
            return trial.Until;
        }
    }

    /// <summary>Ends the armed time now; nothing where there is none.</summary>
    public void Disarm(DeviceId device)
    {
        lock (_gate)
        {
            if (_trials.TryGetValue(device, out var trial) && trial.Until > time.GetUtcNow())
            {
                trial.Until = time.GetUtcNow();
            }
        }
    }

    /// <summary>When the armed time ends; null while the camera is not armed.</summary>
    public DateTimeOffset? ArmedUntil(DeviceId device)
    {
        lock (_gate)
        {
            return _trials.TryGetValue(device, out var trial) && trial.Until > time.GetUtcNow() ? trial.Until : null;
        }
    }

    /// <summary>Whether what fell at an instant is a test, also when that is asked for after the armed time.</summary>
    public bool IsArmed(DeviceId device, DateTimeOffset at)
    {
        lock (_gate)
        {
            return _trials.TryGetValue(device, out var trial) && at >= trial.Since && at < trial.Until;
        }
    }

    /// <summary>Takes a fall that is a test.</summary>
    /// <param name="device">The camera.</param>
    /// <param name="fall">What was found.</param>
    /// <param name="view">What the detector saw it with: the track is in its pixels.</param>
    public void Report(DeviceId device, Fall fall, FallView view)
    {
        ArgumentNullException.ThrowIfNull(fall);
        ArgumentNullException.ThrowIfNull(view);
        lock (_gate)
        {
            var throws = TrialOf(device).Throws;
            throws.Add(new TestThrow(++_count, time.GetUtcNow(), fall, view));
            if (throws.Count > Kept)
            {
                throws.RemoveAt(0);
            }
        }
    }

    /// <summary>What was found, the newest first; empty for a camera that was never armed.</summary>
    public IReadOnlyList<TestThrow> Results(DeviceId device)
    {
        lock (_gate)
        {
            return _trials.TryGetValue(device, out var trial) ? [.. Enumerable.Reverse(trial.Throws)] : [];
        }
    }

    /// <summary>Somebody says which floor they threw from.</summary>
    /// <param name="device">The camera.</param>
    /// <param name="number">Which throw.</param>
    /// <param name="floor">1 for the ground floor; one above the highest for the roof.</param>
    /// <returns>False where the throw is not kept any more.</returns>
    public bool Tell(DeviceId device, long number, int floor)
    {
        lock (_gate)
        {
            if (!_trials.TryGetValue(device, out var trial) || trial.Throws.FindIndex(one => one.Number == number) is not (>= 0 and var at))
            {
                return false;
            }

            trial.Throws[at] = trial.Throws[at] with { From = floor };
            return true;
        }
    }

    private Trial TrialOf(DeviceId device)
    {
        if (!_trials.TryGetValue(device, out var trial))
        {
            _trials[device] = trial = new Trial();
        }

        return trial;
    }

    private sealed class Trial
    {
        public DateTimeOffset Since { get; set; } = DateTimeOffset.MaxValue;

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MinValue;

        public List<TestThrow> Throws { get; } = [];
    }
}
