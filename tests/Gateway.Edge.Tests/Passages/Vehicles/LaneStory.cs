using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Passages.Vehicles;

/// <summary>What happens before one barrier, step by step, and what its lane makes of it.</summary>
internal sealed class LaneStory
{
    public const string Resident = "京A12345";
    public const string Visitor = "沪B67890";
    public const string Stranger = "粤C24680";
    public const string Villain = "苏D13579";

    private const float PictureHeight = 720;

    private readonly Dictionary<long, float> _inView = [];
    private TimeSpan _now;

    public LaneStory(LaneDirection direction = LaneDirection.In, bool approach = false, LaneOptions? options = null, bool tellsView = true, double? plateAtLoop = null)
    {
        Access.Known[Resident] = VehicleOutcome.OpenedResident;
        Access.Known[Visitor] = VehicleOutcome.OpenedVisitor;
        Access.Known[Villain] = VehicleOutcome.Denied;
        (Approached, TellsView) = (approach ? false : null, tellsView);
        Machine = new LaneMachine(new DeviceId("barrier-east"), new VehicleLane(direction, null, null, approach) { PlateAtLoop = plateAtLoop }, options ?? new LaneOptions(), Access);
        Step(0);
    }

    public FakeVehicleAccess Access { get; } = new();

    public LaneMachine Machine { get; }

    public BarrierMode Mode { get; set; } = BarrierMode.Automatic;

    public bool? Approached { get; set; }

    public bool TellsView { get; }

    public List<LaneDeed.Raise> Raises { get; } = [];

    /// <summary>Called with each raise at the moment when it is ordered.</summary>
    public Action<LaneDeed.Raise> Raised { get; init; } = static _ => { };

    public List<LaneReport> Told { get; } = [];

    public Moment Now => new(_now, Plates.Start + _now);

    /// <summary>The plates for which the arm was raised, in order.</summary>
    public IEnumerable<string?> RaisedFor => Raises.Select(raise => raise.Report?.Vehicle.Plate?.Text);

    public IEnumerable<(LaneEvent Event, string? Plate)> Events => Told.Select(report => (report.Event, report.Vehicle.Plate?.Text));

    public LaneStory Step(double seconds)
    {
        // Frames go on while time does.
        for (var left = TimeSpan.FromSeconds(seconds); left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(0.5))
        {
            _now += left < TimeSpan.FromSeconds(0.5) ? left : TimeSpan.FromSeconds(0.5);
            Frame();
        }

        return this;
    }

    public LaneStory Sees(
        long track, string? plate, float bottom = 500, VehicleHeading heading = VehicleHeading.Approaching, bool certain = true, bool flat = false)
    {
        _inView[track] = bottom;
        _now += TimeSpan.FromMilliseconds(40);
        return Frame(Plates.Sighting(track, plate, bottom, heading, certain, flat, Now.At));
    }

    /// <summary>A plate that is in view and not settled, or has moved.</summary>
    public LaneStory Shows(long track, float bottom)
    {
        _inView[track] = bottom;
        _now += TimeSpan.FromMilliseconds(40);
        return Frame();
    }

    public LaneStory Loses(long track)
    {
        _inView.Remove(track);
        return this;
    }

    public LaneStory Barrier(BarrierEvent happened, BarrierReason? order = null)
    {
        _now += TimeSpan.FromMilliseconds(40);
        Stand();
        Machine.Happened(happened, order, Now.At, Now);
        return Take();
    }

    /// <summary>The vehicle with this track drives through.</summary>
    public LaneStory Passes(long track) => Loses(track).Step(1).Barrier(BarrierEvent.Passed);

    public LaneAnswer LetsIn(Guid? vehicle = null)
    {
        Stand();
        var answer = Machine.LetIn(vehicle, "console:duty", "搬家", Now);
        Take();
        return answer;
    }

    public LaneAnswer SendsAway(Guid? vehicle = null)
    {
        Stand();
        var answer = Machine.SendAway(vehicle, "console:duty", "没有预约", Now);
        Take();
        return answer;
    }

    public LaneStory Frame(params PlateSighting[] sightings)
    {
        Stand();
        Machine.See(sightings, TellsView ? [.. _inView.Select(seen => new PlateInView(seen.Key, Plates.Box(seen.Value)))] : null, Now, PictureHeight);
        return Take();
    }

    public LaneStory RaiseFails()
    {
        Machine.RaiseFailed(Raises[^1].Report!.Vehicle.Id, new LocalizedText("继电器无应答", "The relay did not answer."), Now);
        return Take();
    }

    private void Stand() => Machine.Stand(Mode, BarrierPosition.Down, Approached, Now);

    private LaneStory Take()
    {
        foreach (var deed in Machine.TakeDeeds())
        {
            if (deed is LaneDeed.Raise raise)
            {
                Raises.Add(raise);
                Raised(raise);
                Told.AddRange(raise.Report is { } report ? [report] : []);
            }
            else
            {
                Told.Add(((LaneDeed.Tell)deed).Report);
            }
        }

        return this;
    }
}
