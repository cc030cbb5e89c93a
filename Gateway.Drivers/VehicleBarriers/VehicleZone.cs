namespace Gateway.Drivers.VehicleBarriers;

/// <summary>
/// What stands under the arm: loops and beam, and the vehicles that their sequence tells. A vehicle is what the loops and the beam have
/// both noticed (or the one of them that exists), so that a person in the beam or a car that backs off the loop is none. Two vehicles
/// are told apart by a gap in which everything, or the beam alone, was clear. Pure and not thread-safe.
/// </summary>
internal sealed class VehicleZone
{
    private readonly BarrierSettings _settings;
    private readonly TimeSpan?[] _loops; // since when each is occupied
    private TimeSpan? _beam; // since when it is interrupted
    private readonly bool[] _loopStuck;
    private bool _beamStuck;
    private TimeSpan _clearSince;
    private TimeSpan _beamClearSince;
    private bool _present; // something is, or was until less than a vehicle's gap ago, in the zone
    private bool _loopSeen;
    private bool _beamSeen;

    public VehicleZone(BarrierSettings settings, TimeSpan start)
    {
        (_settings, _clearSince, _beamClearSince) = (settings, start, start);
        (_loops, _loopStuck) = (new TimeSpan?[settings.Loops], new bool[settings.Loops]);
    }

    /// <summary>A loop is occupied or the beam is interrupted at this moment.</summary>
    public bool Occupied => _beam is not null || LoopOccupied;

    /// <summary>Occupied, or not yet clear for a vehicle's gap.</summary>
    public bool Present => _present;

    /// <summary>Since when the zone is clear; only of meaning while it is.</summary>
    public TimeSpan ClearSince => _clearSince;

    /// <summary>A vehicle, as loops and beam tell it, is in the zone.</summary>
    public bool Vehicle => _present && (_loopSeen || _loops.Length == 0) && (_beamSeen || !_settings.HasBeam);

    /// <summary>Something implausible about a loop.</summary>
    public bool LoopStuck => _loopStuck.AsSpan().Contains(true);

    public bool BeamStuck => _beamStuck;

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline
    {
        get
        {
            var due = _beamStuck ? null : _beam + _settings.BeamStuckAfter;
            for (var i = 0; i < _loops.Length; i++)
            {
                due = Due.Earliest(due, _loopStuck[i] ? null : _loops[i] + _settings.LoopStuckAfter);
            }

            return Due.Earliest(due, _present && !Occupied ? _clearSince + _settings.VehicleGap : null);
        }
    }

    private bool LoopOccupied => Array.Exists(_loops, static since => since is not null);

    /// <summary>A loop changed.</summary>
    public ZoneSign Loop(int index, bool occupied, TimeSpan now)
    {
        if (_loops[index] is not null == occupied)
        {
            return ZoneSign.None;
        }

        var before = Vehicle;
        var recovered = !occupied && _loopStuck[index];
        (_loops[index], _loopStuck[index]) = (occupied ? now : null, false);
        if (occupied)
        {
            (_present, _loopSeen) = (true, true);
        }

        return Sign(before, recovered, now);
    }

    /// <summary>The beam changed.</summary>
    public ZoneSign Beam(bool interrupted, TimeSpan now)
    {
        if (_beam is not null == interrupted)
        {
            return ZoneSign.None;
        }

        var before = Vehicle;
        var recovered = !interrupted && _beamStuck;
        var follows = interrupted && before && now - _beamClearSince >= _settings.VehicleGap;
        (_beam, _beamStuck) = (interrupted ? now : null, false);
        if (interrupted)
        {
            (_present, _beamSeen) = (true, true);
        }
        else
        {
            _beamClearSince = now;
        }

        // The loop never let go, but the beam did for longer than a vehicle has gaps: bumper to bumper, this is another one.
        return Sign(before, recovered, now) | (follows ? ZoneSign.Out | ZoneSign.In : ZoneSign.None);
    }

    /// <summary>Does the one thing that falls due first, at <paramref name="due"/>.</summary>
    public ZoneSign Step(TimeSpan due)
    {
        if (_present && !Occupied && _clearSince + _settings.VehicleGap <= due)
        {
            var vehicle = Vehicle;
            (_present, _loopSeen, _beamSeen) = (false, false, false);
            return vehicle ? ZoneSign.Out : ZoneSign.None;
        }

        if (!_beamStuck && _beam + _settings.BeamStuckAfter <= due)
        {
            _beamStuck = true;
            return ZoneSign.BeamStuck;
        }

        for (var i = 0; i < _loops.Length; i++)
        {
            if (!_loopStuck[i] && _loops[i] + _settings.LoopStuckAfter <= due)
            {
                _loopStuck[i] = true;
                return ZoneSign.LoopStuck;
            }
        }

        return ZoneSign.None;
    }

    private ZoneSign Sign(bool before, bool recovered, TimeSpan now)
    {
        if (!Occupied)
        {
            _clearSince = now;
        }

        return (recovered ? ZoneSign.Recovered : ZoneSign.None) | (!before && Vehicle ? ZoneSign.In : ZoneSign.None);
    }
}
