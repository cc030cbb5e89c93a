using EdgeGateway.Benchmarks.Footprint;
using EdgeGateway.Benchmarks.Journal;

// One measurement per name; each prints its figures as ratios to something measured in the same run.
var benchmarks = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["memory"] = FootprintBenchmark.RunAsync,
    ["journal"] = JournalBenchmark.RunAsync,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys.Order(StringComparer.Ordinal))}");
    return 2;
}

return await run(args[1..]);
using EdgeGateway.Benchmarks.Uplink;

var benchmarks = new Dictionary<string, Func<Task<int>>>(StringComparer.Ordinal)
{
    ["uplink"] = UplinkBenchmark.RunAsync,
};

var failures = 0;
foreach (var name in args.Length > 0 ? args : [.. benchmarks.Keys])
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        Console.Error.WriteLine($"There is no benchmark '{name}'. Known: {string.Join(", ", benchmarks.Keys)}.");
        return 2;
    }

    failures += await run();
}

return failures == 0 ? 0 : 1;
