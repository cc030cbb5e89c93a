using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// Knows the vehicles before one barrier, the one at the arm first, and says for which the arm is to be raised: once for each, never past
/// one that it stays down for, and never while people or a fire hold the arm. The arm itself is safe without it. Pure: asks
/// <see cref="IVehicleAccess"/> from memory and does nothing; times come in. Not thread-safe.
/// </summary>
internal sealed partial class LaneMachine(DeviceId barrier, VehicleLane lane, LaneOptions options, IVehicleAccess access)
{
    /// <summary>Who orders by number plate, on the barrier's record.</summary>
    public const string ByPlate = "plate";

    /// <summary>A driver who misses two openings needs help.</summary>
    private const int MostRaises = 2;

    /// <summary>More vehicles than this are not in one picture.</summary>
    private const int MostVehicles = 8;

    /// <summary>A plate nearer than a vehicle's may be that of one before it: it gets so long to be read first.</summary>
    private static readonly TimeSpan Unread = TimeSpan.FromSeconds(3);

    /// <summary>A plate that is first seen so long after the loop before the arm was driven on is another vehicle's.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(2);

    /// <summary>A vehicle that drives on the loop was moving not longer before; the lane hears of the loop a quarter of a second late.</summary>
    private static readonly TimeSpan DrivesUp = TimeSpan.FromSeconds(3);

    /// <summary>A plate may go under the edge of the picture shortly before its vehicle is on the loop.</summary>
    private static readonly TimeSpan LostBefore = TimeSpan.FromSeconds(1);

    /// <summary>An opening that nobody tells the end of is over by then.</summary>
    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(15);

    private readonly List<LaneVehicle> _vehicles = []; // the one at the arm first
    private readonly LinkedList<(LaneVehicle Vehicle, VehicleEnd End, DateTimeOffset At)> _last = []; // newest first
    private readonly PassedPlates _passed = new(options.PassedFor);
    private readonly Dictionary<long, PlateSighting> _aside = []; // taken for what has just passed, by track
    private readonly Dictionary<long, (TimeSpan First, float Nearness, PlateMotion Motion)> _unread = []; // in view without a sighting, by track
    private readonly HashSet<long> _done = []; // tracks in view of vehicles that are done with
    private readonly Queue<BarrierReason> _given = new(); // orders that came from here
    private readonly List<LaneDeed> _deeds = [];
    private BarrierReason? _forNobody; // of a raise by hand for no vehicle that is known
    private BarrierMode _mode;
    private BarrierPosition _position;
    private bool? _approached;
    private Moment _approachedSince;
    private TimeSpan _occupiedSince; // as _approachedSince, but a passage does not set it anew
    private float _pictureHeight; // pixels; 0 where it is not known
    private ReadOnlyMemory<byte> _frame; // of what stands on the loop before the arm

    /// <summary>The vehicles before the arm, front first.</summary>
    public IReadOnlyList<LaneVehicle> Vehicles => _vehicles;

    /// <summary>The last that are done with, newest first.</summary>
    public IEnumerable<(LaneVehicle Vehicle, VehicleEnd End, DateTimeOffset At)> Last => _last;

    /// <summary>A vehicle stands on the loop before the arm and shows no plate yet: its picture will be wanted.</summary>
    public bool LacksPlate => _approached == true
        && (_vehicles is [] || (_vehicles is [{ State: VehicleState.Seen, Sighting: not null } front, ..] && !IsOnLoop(front)));

    /// <summary>What is to be done since the last call, in order.</summary>
    public IReadOnlyList<LaneDeed> TakeDeeds()
    {
        LaneDeed[] taken = [.. _deeds];
        _deeds.Clear();
        return taken;
    }

    /// <summary>How the barrier stands; to be told before anything else that happens.</summary>
    /// <param name="mode">Who decides when the arm moves.</param>
    /// <param name="position">Where it is.</param>
    /// <param name="approached">Whether a vehicle stands on the loop before it; null where there is none.</param>
    /// <param name="now">When.</param>
    public void Stand(BarrierMode mode, BarrierPosition position, bool? approached, Moment now)
    {
        if (approached == true && _approached != true)
        {
            (_approachedSince, _occupiedSince, _frame) = (now, now.Since, default);
        }

        if (mode == BarrierMode.Automatic && _mode != mode)
        {
            // What was decided while nothing could be ordered is decided anew, and now ordered.
            Change(vehicle => vehicle is { State: VehicleState.Waiting, Decision.Opens: true }, vehicle => vehicle with { State = VehicleState.Seen });
        }

        (_mode, _position, _approached) = (mode, position, approached);
    }

    /// <summary>A frame has been looked at.</summary>
    /// <param name="sightings">What it settled.</param>
    /// <param name="inView">What it shows; null where that is not known.</param>
    /// <param name="now">When.</param>
    /// <param name="height">Of the picture, in pixels; 0 where that is not known.</param>
    public void See(IReadOnlyList<PlateSighting> sightings, IReadOnlyList<PlateInView>? inView, Moment now, float height = 0)
    {
        _pictureHeight = height;
        foreach (var sighting in sightings)
        {
            Take(sighting, now);
        }

        TakeUpAside(inView, now);
        Place(inView, now);
        Settle(now);
    }

    /// <summary>What the camera shows while <see cref="LacksPlate"/>, as JPEG.</summary>
    public void Picture(ReadOnlyMemory<byte> jpeg) => _frame = jpeg;

    /// <summary>Time has passed.</summary>
    public void Tick(Moment now) => Settle(now);

    /// <summary>The order for a vehicle could not be given: it waits for the guard, who is told why.</summary>
    public void RaiseFailed(Guid vehicle, LocalizedText cause, Moment now)
    {
        var index = _vehicles.FindIndex(known => known.Id == vehicle);
        if (index < 0)
        {
            return;
        }

        var known = _vehicles[index];
        _vehicles[index] = known with
        {
            State = VehicleState.Waiting,
            Alarmed = true,
            RaisedAt = null,
            DecidedAt = now.Since,
            Decision = new VehicleDecision(VehicleOutcome.BarrierFault, LaneWords.Fault(cause), known.Plate, known.Decision?.Vehicle, known.Decision?.Fuzzy ?? false),
        };
        Tell(LaneEvent.Decided, _vehicles[index], now.At);
    }

    private void Settle(Moment now)
    {
        LetGo(now);
        NoticeWithoutPlate(now);
        DecideInTurn(now);
        Alarm(now);
    }

    private void LetGo(Moment now)
    {
        if (_approached == true && _vehicles is [{ State: not VehicleState.Opened } front, ..])
        {
            _vehicles[0] = front with { SeenAt = now.Since };
        }

        foreach (var vehicle in _vehicles.ToList())
        {
            if (vehicle.State == VehicleState.Opened ? now.Since - vehicle.DecidedAt > LongestOpening : now.Since - vehicle.SeenAt > options.LeftAfter)
            {
                End(vehicle, vehicle.State == VehicleState.Opened ? VehicleEnd.NotUsed : VehicleEnd.Left, now.At);
            }
        }
    }

    private void NoticeWithoutPlate(Moment now)
    {
        if (LacksPlate && _vehicles.Count < MostVehicles && _aside.Count == 0 && !_unread.Values.Any(unread => now.Since - unread.First < Unread) && now.Since - _approachedSince.Since >= options.NoPlateAfter)
        {
            // Before those whose plates are in view and that are not on the loop.
            _vehicles.Insert(0, WithoutPlate(now));
        }
    }

    private LaneVehicle WithoutPlate(Moment now) =>
        new() { Id = Guid.CreateVersion7(now.At), Direction = lane.Direction, Since = _approachedSince.At, SeenAt = now.Since, Frame = _frame };

    private void Alarm(Moment now)
    {
        var index = _vehicles.FindIndex(vehicle => vehicle.State != VehicleState.Opened);
        if (index >= 0
            && _mode is BarrierMode.Automatic or BarrierMode.Manual
            && _vehicles[index] is { State: VehicleState.Waiting, Alarmed: false } waiting
            && now.Since - (waiting.WaitsSince ?? waiting.DecidedAt) >= options.WaitsLongAfter)
        {
            _vehicles[index] = waiting with { Alarmed = true };
            Tell(LaneEvent.WaitsLong, _vehicles[index], now.At);
        }
    }

    private void End(LaneVehicle vehicle, VehicleEnd end, DateTimeOffset at)
    {
        _vehicles.RemoveAll(known => known.Id == vehicle.Id);
        _ = vehicle.Sighting is { } seen && _done.Add(seen.Track);
        if (vehicle.Decision is null && end == VehicleEnd.Left)
        {
            return; // it only went by
        }

        _last.AddFirst((vehicle, end, at));
        if (_last.Count > LaneView.MostLast)
        {
            _last.RemoveLast();
        }

        Tell(
            end switch { VehicleEnd.Left => LaneEvent.Left, VehicleEnd.NotUsed => LaneEvent.NotUsed, _ => LaneEvent.Passed },
            vehicle with { Followed = end == VehicleEnd.Followed },
            at);
    }

    private void Change(Predicate<LaneVehicle> which, Func<LaneVehicle, LaneVehicle> change)
    {
        for (var i = 0; i < _vehicles.Count; i++)
        {
            _vehicles[i] = which(_vehicles[i]) ? change(_vehicles[i]) : _vehicles[i];
        }
    }

    private void Tell(LaneEvent happened, LaneVehicle vehicle, DateTimeOffset at) => _deeds.Add(new LaneDeed.Tell(Report(happened, vehicle, at)));

    private LaneReport Report(LaneEvent happened, LaneVehicle vehicle, DateTimeOffset at) => new(happened, at, vehicle, _position, _mode);
}
