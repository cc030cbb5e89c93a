using Gateway.Cloud.Contract;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;

namespace EdgeGateway.Benchmarks.Vehicles;

/// <summary>
/// One vehicle that drives up at 15 km/h without halting, in a stream of 25 frames a second where those are lost in which an earlier one is
/// still being worked on. When its plate became legible is known from geometry for every frame of the stream, lost ones as well: what was
/// being computed then is part of what is measured.
/// </summary>
/// <param name="plate">Its number.</param>
/// <param name="glyphs">Shapes for it.</param>
/// <param name="phase">How far the vehicle is ahead of the stream's first frame, in frames, 0..1.</param>
internal sealed class ApproachDrive(string plate, PlateGlyphs glyphs, double phase)
{
    /// <summary>From this width on a plate counts as legible, pixels.</summary>
    private const float Legible = 80;

    /// <summary>It comes out of the distance, as the camera has looked on all the while, metres.</summary>
    private const double Begins = 22;

    private const int Width = 1280, Height = 720;
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(40);
    private static readonly LaneCamera s_camera = LaneCamera.Usual(Width, Height);

    private readonly VehicleLook _look = VehicleLook.Of(PlateDesign.Of(plate));
    private readonly VehicleApproach _approach = new(VehicleLook.Of(PlateDesign.Of(plate)), glyphs, s_camera)
    {
        Halts = false,
        From = Begins - (VehicleMotion.Usual * phase * s_frame.TotalSeconds),
    };

    /// <summary>How far it moved before the order.</summary>
    /// <param name="FromInView">Since all of its plate was in the picture, wide enough, metres.</param>
    /// <param name="FromWide">Since its plate was wide enough, though part of it was still beyond the picture's edge, metres.</param>
    public readonly record struct Way(double FromInView, double FromWide)
    {
        /// <summary>Driven through undecided, or read wrong.</summary>
        public static Way Never { get; } = new(double.PositiveInfinity, double.PositiveInfinity);
    }

    /// <summary>Drives up once.</summary>
    /// <param name="watchers">Who read.</param>
    /// <param name="works">The processor time that computing takes, since some moment; null where it is to cost nothing.</param>
    public Way Run(PlateWatcherFactory watchers, Func<TimeSpan>? works)
    {
        var watcher = watchers.Create(region: null);
        using var held = watcher as IDisposable;
        var machine = new LaneMachine(new DeviceId("barrier"), new VehicleLane(LaneDirection.In, null, null, HasApproach: false), new LaneOptions(), new Everybody());
        var image = new BgrImage(new byte[Width * Height * 3], Width, Height);
        for (var time = TimeSpan.Zero; _approach.DistanceAt(time) > 0;)
        {
            _approach.Paint(image, time);
            var begun = works?.Invoke();
            var at = DateTimeOffset.UnixEpoch + time;
            var sightings = watcher.Look(image, at);
            var now = new Moment(time, at);
            machine.Stand(BarrierMode.Automatic, BarrierPosition.Down, approached: null, now);
            machine.See(sightings, watcher.InView, now);
            var worked = works?.Invoke() - begun ?? TimeSpan.Zero;
            if (machine.TakeDeeds().OfType<LaneDeed.Raise>().FirstOrDefault() is { } raise)
            {
                return raise.Report!.Vehicle.Plate!.Text == plate ? MovedAt(time + worked) : Way.Never;
            }

            time += s_frame * Math.Max(1, Math.Ceiling(worked / s_frame));
        }

        return Way.Never;
    }

    private Way MovedAt(TimeSpan decided)
    {
        var (inView, wide) = LegibleAt();
        var distance = _approach.DistanceAt(decided);

        // One read before it counts as legible has not moved at all.
        return new Way(Moved(inView), Moved(wide));

        // Whole millimetres, as sums of steps of 20 ms are not exact.
        double Moved(double from) => Math.Round(Math.Max(0, from - distance), 3);
    }

    /// <summary>Where it is in the first frame of the stream, seen or lost, in which its plate counts as legible, metres.</summary>
    private (double InView, double Wide) LegibleAt()
    {
        var painter = new VehiclePainter(s_camera);
        var beside = new PaintTarget(new byte[Width * Height * 3], Width, Height);
        double? wide = null;
        for (var time = TimeSpan.Zero; _approach.DistanceAt(time) > 0; time += s_frame)
        {
            var truth = painter.Paint(beside, _look, plate: null, _approach.DistanceAt(time));
            if (truth.Plate is { Width: >= Legible } quad)
            {
                wide ??= truth.Distance;
                if (quad.IsWithin(Width, Height))
                {
                    return (truth.Distance, wide.Value);
                }
            }
        }

        throw new InvalidOperationException("The plate never comes into the picture.");
    }

    /// <summary>Lets in whoever can be read.</summary>
    private sealed class Everybody : IVehicleAccess
    {
        public VehicleDecision Decide(VehicleQuestion question) => new(
            question.Certain ? VehicleOutcome.OpenedResident : VehicleOutcome.Unreadable, new LocalizedText("试验", "Trial"), question.Plate, Vehicle: null, Fuzzy: false);

        public bool IsInside(PlateNumber plate) => false;

        public ValueTask PassedAsync(VehicleDecision decision, LaneDirection direction, string barrier, DateTimeOffset at, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
