using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// The vehicles in front of one simulated barrier. Each rolls over the loops, through the beam and away in about 2.5 s; where a camera
/// looks on, it takes 3 s to come first. Safe for several threads.
/// </summary>
internal sealed partial class SimulatedTraffic : IDisposable
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
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly List<LaneVehicle> _waiting = []; // the first of them is next
    private int _admitted; // raises that nobody has used yet
    private int _stage = -1; // of the vehicle in the zone; -1 for none
    private bool _stalls;

    public SimulatedTraffic(SimulatedBarrier barrier, TimeProvider clock)
    {
        (_barrier, _clock) = (barrier, clock);
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

    /// <summary>A vehicle without a plate comes; one that tailgates follows the one before it without waiting for a raise of its own.</summary>
    public void Come(bool tailgates = false) => Come(new SimulatedVehicle(VehicleLook.Of(plate: null)) { Tailgates = tailgates });

    /// <summary>A vehicle comes.</summary>
    public void Come(SimulatedVehicle vehicle)
    {
        lock (_gate)
        {
            var one = new LaneVehicle(vehicle, _clock.GetTimestamp(), Begin());
            if (vehicle.Patience is { } patience)
            {
                one.Patience = _clock.CreateTimer(_ => GiveUp(one), null, patience, Timeout.InfiniteTimeSpan);
            }

            _waiting.Add(one);
            Appear(one);
            if (_barrier.Approach is not null && Rest(one) is { Ticks: > 0 } way)
            {
                one.Arrival = _clock.CreateTimer(_ => Arrive(one), null, way, Timeout.InfiniteTimeSpan);
            }

            Sense();
        }

        _came?.Invoke();
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
            if (_stage < 0 && _waiting.Count > 0 && MayPass(_waiting[0]))
            {
                var way = Rest(_waiting[0]);
                _timer.Change(way > Reaction ? way : Reaction, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _waiting.ForEach(static one => one.Forget());
        }
    }

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
        if (_waiting.Count == 0 || !MayPass(_waiting[0]))
        {
            return false;
        }

        var one = _waiting[0];
        if (Rest(one) is { Ticks: > 0 } way)
        {
            _timer.Change(way, Timeout.InfiniteTimeSpan);
            return false;
        }

        _waiting.RemoveAt(0);
        one.Forget();
        one.IsThrough = true;
        Sense();
        _admitted -= one.Vehicle.Tailgates ? 0 : 1;
        return true;
    }

    private void Arrive(LaneVehicle one)
    {
        lock (_gate)
        {
            // Timers count in whole milliseconds, and may come a little before the clock says that it is time.
            if (_waiting.Contains(one) && Rest(one) is { Ticks: > 0 } way)
            {
                one.Arrival?.Change(way, Timeout.InfiniteTimeSpan);
            }

            Sense();
        }
    }

    /// <summary>The loop before the arm: the first that waits stands on it once it has come. Called with the lock held.</summary>
    private void Sense() => _barrier.Approach?.Set(_waiting.Count > 0 && Rest(_waiting[0]) <= TimeSpan.Zero);

    private bool MayPass(LaneVehicle one) => _barrier.Height >= 1 && (_admitted > 0 || one.Vehicle.Tailgates);

    /// <summary>What is left of its way to the arm.</summary>
    private TimeSpan Rest(LaneVehicle one) => (one.Vehicle.Leaves ? TimeSpan.Zero : _approach) - _clock.GetElapsedTime(one.Since);
}
