using Gateway.Cloud.Contract;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;
using Microsoft.Extensions.Options;

namespace EdgeGateway.Benchmarks.Vehicles;

/// <summary>
/// How far a vehicle at 15 km/h moves from the first frame in which its plate is legible until the arm is ordered up: reading, voting and
/// deciding on 25 frames a second, where frames are lost while one is being worked on. Work counts by the processor time it takes, as on a
/// core of its own: what else runs on the machine does not.
/// </summary>
internal static class VehicleApproachBenchmark
{
    /// <summary>From this width on a plate that is all in the picture counts as legible, pixels.</summary>
    private const float Legible = 80;

    private const double MostMetres = 2;
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(40);
    private static readonly string[] s_plates = ["沪A5F236", "沪AD31048", "苏E90X15", "粤B12345", "京N8K702", "浙C71920"];

    public static async Task<int> RunAsync()
    {
        var options = Options.Create(new ModelOptions());
        using var models = new ModelRegistry(new ModelStore(options, ModelManifest.Current), ModelManifest.Current, options);
        var readers = new PlateReaderFactory(models, new ModelStore(options, ModelManifest.Current), Options.Create(new PlateOptions()));
        var watchers = new PlateWatcherFactory(readers, TimeProvider.System);
        var glyphs = await PlateGlyphs.SharedAsync();

        // The first run only warms up.
        Measure(s_plates[0], glyphs, watchers, busy: true);
        var metres = s_plates.Select(plate => (
            Plate: plate, Moved: Measure(plate, glyphs, watchers, busy: true), Seen: Measure(plate, glyphs, watchers, busy: false))).ToList();
        foreach (var (plate, moved, seen) in metres)
        {
            Result.Note($"{plate} moved before the order", moved, "m");
            Result.Note($"{plate} the same with every frame seen", seen, "m");
        }

        return Result.AtMost("farthest before the order at 15 km/h, m", metres.Max(one => one.Moved), MostMetres) ? 0 : 1;
    }

    /// <summary>Metres, with the time that computing takes or without; infinity for one that drives through undecided.</summary>
    private static double Measure(string plate, PlateGlyphs glyphs, PlateWatcherFactory watchers, bool busy)
    {
        var approach = new VehicleApproach(VehicleLook.Of(PlateDesign.Of(plate)), glyphs, LaneCamera.Usual(1280, 720)) { Halts = false };
        var watcher = watchers.Create(region: null);
        using var held = watcher as IDisposable;
        var machine = new LaneMachine(new DeviceId("barrier"), new VehicleLane(LaneDirection.In, null, null, HasApproach: false), new LaneOptions(), new Everybody());
        var image = new BgrImage(new byte[1280 * 720 * 3], 1280, 720);
        double? legibleAt = null;
        for (var time = TimeSpan.Zero; approach.DistanceAt(time) > 0;)
        {
            var truth = approach.Paint(image, time);
            legibleAt ??= truth.Plate is { } seen && seen.Width >= Legible && seen.IsWithin(1280, 720) ? truth.Distance : null;
            var begun = Environment.CpuUsage.TotalTime;
            var at = DateTimeOffset.UnixEpoch + time;
            var sightings = watcher.Look(image, at);
            var now = new Moment(time, at);
            machine.Stand(BarrierMode.Automatic, BarrierPosition.Down, approached: null, now);
            machine.See(sightings, watcher.InView, now);
            var worked = busy ? Environment.CpuUsage.TotalTime - begun : TimeSpan.Zero;
            if (machine.TakeDeeds().OfType<LaneDeed.Raise>().FirstOrDefault() is { } raise)
            {
                // One read before it counts as legible has not moved at all.
                return raise.Report!.Vehicle.Plate!.Text != plate ? double.PositiveInfinity : Math.Max(0, (legibleAt ?? 0) - approach.DistanceAt(time + worked));
            }

            time += s_frame * Math.Max(1, Math.Ceiling(worked / s_frame));
        }

        return double.PositiveInfinity;
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
