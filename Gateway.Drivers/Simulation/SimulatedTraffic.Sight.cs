using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Simulation;

/// <summary>What a camera beside the lane sees of the vehicles.</summary>
internal sealed partial class SimulatedTraffic
{
    /// <summary>From coming into view to the loops, at the usual speed.</summary>
    private static readonly TimeSpan Way = TimeSpan.FromSeconds((VehicleMotion.Begins - 3.5) / VehicleMotion.Usual);

    /// <summary>Between two that wait, from one's end to the other's, metres.</summary>
    private const double Spacing = 6.2;

    private const int MostInSight = 12;

    private readonly List<LaneVehicle> _sight = []; // guarded by _gate: in the order of their coming
    private TimeSpan _approach; // guarded by _gate
    private Action? _came;

    /// <summary>Vehicles are in view, or on their way into it.</summary>
    public bool HasSight
    {
        get
        {
            lock (_gate)
            {
                return _sight.Count > 0;
            }
        }
    }

    /// <summary>A camera looks on from now on: vehicles take their time to come.</summary>
    /// <param name="came">Called for each that comes, and for whatever sets one in motion.</param>
    public void Watch(Action came)
    {
        lock (_gate)
        {
            (_came, _approach) = (came, Way);
        }
    }

    /// <summary>The vehicles in view at this moment, the farthest first.</summary>
    public IReadOnlyList<(SimulatedVehicle Vehicle, double Distance)> Sight()
    {
        lock (_gate)
        {
            var (queued, line) = (0, VehicleMotion.Stops);
            foreach (var one in _sight)
            {
                var drives = one.IsThrough || (_waiting.Count > 0 && _waiting[0] == one && _stage < 0 && MayPass(one));
                one.Advance(_clock.GetElapsedTime(one.Since).TotalSeconds, drives, _stalls, line + (queued * Spacing));
                queued += one.IsThrough || one.GaveUp || one.Vehicle.Leaves ? 0 : 1;
            }

            _sight.RemoveAll(static one => (one.IsThrough || one.GaveUp) && one.IsGone);
            return [.. _sight.Where(static one => one.Distance > 0).OrderByDescending(static one => one.Distance).Select(static one => (one.Vehicle, one.Distance))];
        }
    }

    /// <summary>Called with the lock held.</summary>
    private void Appear(LaneVehicle one)
    {
        if (_approach > TimeSpan.Zero)
        {
            if (_sight.Count >= MostInSight)
            {
                _sight.RemoveAt(0);
            }

            _sight.Add(one);
        }
    }

    private double Begin() => _sight.Count == 0 ? VehicleMotion.Begins : Math.Max(VehicleMotion.Begins, _sight.Max(static one => one.Distance) + Spacing);

    private void GiveUp(LaneVehicle one)
    {
        lock (_gate)
        {
            if (_waiting.Remove(one))
            {
                one.GaveUp = true;
                one.Forget();
                Sense();
            }
        }

        Go();
    }
}
