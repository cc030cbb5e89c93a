namespace Gateway.Drivers.Simulation;

/// <summary>
/// The vehicles in front of one simulated barrier. Each rolls over the loops, through the beam and away in about 2.5 s. Safe for several
/// threads.
/// </summary>
internal sealed class SimulatedTraffic : IDisposable
{
    private static readonly TimeSpan Reaction = TimeSpan.FromMilliseconds(800);

    /// <summary>What one vehicle occupies, and for how long.</summary>
    private static readonly (bool Loops, bool Beam, TimeSpan For)[] Stages =
    [
        (true, false, TimeSpan.FromMilliseconds(500)),
        (true, true, TimeSpan.FromMilliseconds(1200)),
        (false, true, TimeSpan.FromMilliseconds(300)),
        (false, false, TimeSpan.FromMilliseconds(700)),
    ];

    private readonly Lock _gate = new(); // guards everything below it
    private readonly SimulatedBarrier _barrier;
    private readonly ITimer _timer;
    private readonly Queue<bool> _waiting = new(); // whether each tailgates
    private int _admitted; // raises that nobody has used yet
    private int _stage = -1; // of the vehicle in the zone; -1 for none
    private bool _stalls;

    public SimulatedTraffic(SimulatedBarrier barrier, TimeProvider clock)
    {
        _barrier = barrier;
        _timer = clock.CreateTimer(_ => Roll(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Vehicles that have not entered yet.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>A vehicle comes; one that tailgates follows the one before it without waiting for a raise of its own.</summary>
    public void Come(bool tailgates = false)
    {
        lock (_gate)
        {
            _waiting.Enqueue(tailgates);
            _barrier.Approach?.Set(true);
        }

        Go();
    }

    /// <summary>The vehicle in the zone, or the next, stops under the arm until it is told to go on.</summary>
    public void Stall()
    {
        lock (_gate)
        {
            _stalls = true;
        }
    }

    /// <summary>A stalled vehicle goes on.</summary>
    public void GoOn()
    {
        lock (_gate)
        {
            _stalls = false;
            if (_stage >= 0)
            {
                _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>The arm was told to go up: one vehicle more may pass.</summary>
    public void Admit()
    {
        lock (_gate)
        {
            _admitted = Math.Min(_admitted + 1, Math.Max(1, _waiting.Count));
        }

        Go();
    }

    /// <summary>The arm is up, or a vehicle came: whoever may enters after a moment.</summary>
    public void Go()
    {
        lock (_gate)
        {
            if (_stage < 0 && _barrier.Height >= 1 && _waiting.TryPeek(out var tailgates) && (_admitted > 0 || tailgates))
            {
                _timer.Change(Reaction, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Roll()
    {
        bool followed;
        lock (_gate)
        {
            if (_stage < 0 && !Enter())
            {
                return;
            }

            if (_stalls && _stage == 1)
            {
                return;
            }

            _stage++;
            followed = _stage < Stages.Length;
            if (followed)
            {
                var (loops, beam, time) = Stages[_stage];
                _barrier.Occupy(loops, beam);
                _timer.Change(time, Timeout.InfiniteTimeSpan);
            }
            else
            {
                _stage = -1;
            }
        }

        if (!followed)
        {
            Go();
        }
    }

    private bool Enter()
    {
        if (_barrier.Height < 1 || !_waiting.TryPeek(out var tailgates) || (_admitted == 0 && !tailgates))
        {
            return false;
        }

        _waiting.Dequeue();
        _barrier.Approach?.Set(_waiting.Count > 0);
        _admitted -= tailgates ? 0 : 1;
        return true;
    }
}
