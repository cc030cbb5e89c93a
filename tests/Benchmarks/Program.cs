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
