using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;
using Microsoft.Extensions.Options;

namespace EdgeGateway.Benchmarks.Vehicles;

/// <summary>
/// How far a vehicle at 15 km/h moves from the frame in which its plate is legible until the arm is ordered up: reading, voting and
/// deciding. Work counts by the processor time it takes, as on a core of its own: what else runs on the machine does not. Each vehicle
/// drives up several times, fractions of a frame apart, and the farthest counts.
/// </summary>
internal static class VehicleApproachBenchmark
{
    private const double MostMetres = 2;
    private static readonly double[] s_phases = [0, 0.25, 0.5, 0.75];
    private static readonly string[] s_plates = ["沪A5F236", "沪AD31048", "苏E90X15", "粤B12345", "京N8K702", "浙C71920"];

    public static async Task<int> RunAsync()
    {
        var options = Options.Create(new ModelOptions());
        using var models = new ModelRegistry(new ModelStore(options, ModelManifest.Current), ModelManifest.Current, options);
        var readers = new PlateReaderFactory(models, new ModelStore(options, ModelManifest.Current), Options.Create(new PlateOptions()));
        var watchers = new PlateWatcherFactory(readers, TimeProvider.System);
        var glyphs = await PlateGlyphs.SharedAsync();

        // The first drive only warms up.
        new ApproachDrive(s_plates[0], glyphs, phase: 0).Run(watchers, Worked);
        var (inView, wide, seen) = (0.0, 0.0, 0.0);
        foreach (var plate in s_plates)
        {
            var ways = s_phases.Select(phase => new ApproachDrive(plate, glyphs, phase).Run(watchers, Worked)).ToList();
            var free = s_phases.Select(phase => new ApproachDrive(plate, glyphs, phase).Run(watchers, works: null)).ToList();
            Result.Note($"{plate} since it was in view, farthest", ways.Max(one => one.FromInView), "m");
            Result.Note($"{plate} the same, nearest", ways.Min(one => one.FromInView), "m");
            Result.Note($"{plate} since it was 80 px wide, farthest", ways.Max(one => one.FromWide), "m");
            Result.Note($"{plate} in view, computing for nothing", free.Max(one => one.FromInView), "m");
            inView = Math.Max(inView, ways.Max(one => one.FromInView));
            wide = Math.Max(wide, ways.Max(one => one.FromWide));
            seen = Math.Max(seen, free.Max(one => one.FromInView));
        }

        Result.Note("farthest since 80 px wide, partly out of view", wide, "m");
        Result.Note("farthest if computing cost nothing", seen, "m");
        return Result.AtMost("farthest before the order at 15 km/h, m", inView, MostMetres) ? 0 : 1;
    }

    private static TimeSpan Worked() => Environment.CpuUsage.TotalTime;
}
