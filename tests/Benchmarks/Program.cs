using EdgeGateway.Benchmarks.Faces;
using EdgeGateway.Benchmarks.Falling;
using EdgeGateway.Benchmarks.Footprint;
using EdgeGateway.Benchmarks.Garden;
using EdgeGateway.Benchmarks.Journal;
using EdgeGateway.Benchmarks.Pages;
using EdgeGateway.Benchmarks.Plates;
using EdgeGateway.Benchmarks.Sos;
using EdgeGateway.Benchmarks.Uplink;
using EdgeGateway.Benchmarks.Vehicles;

// One measurement per name; each prints its figures as ratios to something measured in the same run.
var benchmarks = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["faces"] = _ => Task.FromResult(FaceDecisionBenchmark.Run()),
    ["falling"] = FallingBenchmark.RunAsync,
    ["garden"] = _ => GardenBenchmark.RunAsync(),
    ["gallery"] = _ => Task.FromResult(GalleryBenchmark.Run()),
    ["journal"] = JournalBenchmark.RunAsync,
    ["memory"] = FootprintBenchmark.RunAsync,
    ["pages"] = PagesBenchmark.RunAsync,
    ["plates"] = _ => Task.FromResult(PlateReadingBenchmark.Run()),
    ["sos"] = _ => SosBenchmark.RunAsync(),
    ["uplink"] = _ => UplinkBenchmark.RunAsync(),
    ["vehicles"] = async _ => Math.Max(VehicleDecisionBenchmark.Run(), await VehicleApproachBenchmark.RunAsync()),
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys.Order(StringComparer.Ordinal))}");
    return 2;
}

return await run(args[1..]);
