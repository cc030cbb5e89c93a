using System.Diagnostics;
using System.Globalization;

namespace EdgeGateway.Benchmarks.Footprint;

/// <summary>
/// The whole gateway as a process of its own with the devices of a configuration file: time from start to <c>gateway ready</c>, and resident
/// memory once it has watched its camera for a while, its own and together with its decoders'. Printed, without a target.
/// </summary>
internal static class FootprintBenchmark
{
    private const string Ready = "gateway ready";
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan s_watching = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_sampling = TimeSpan.FromSeconds(1);

    /// <summary>Arguments: the gateway's configuration file.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length != 1 || !File.Exists(arguments[0]))
        {
            await Console.Error.WriteLineAsync("memory: name the gateway's configuration file (./bench.sh memory makes one).");
            return 2;
        }

        await using var gateway = new GatewayProcess(arguments[0]);
        var started = Stopwatch.GetTimestamp();
        if (!await gateway.WaitForLineAsync(Ready, s_longestStart))
        {
            await Console.Error.WriteLineAsync($"memory: the gateway did not print '{Ready}'. It said:{Environment.NewLine}{gateway.LastLines}");
            return 1;
        }

        var startUp = Stopwatch.GetElapsedTime(started);
        var (own, whole) = await PeakAsync(gateway);
        if (gateway.HasEnded)
        {
            await Console.Error.WriteLineAsync($"memory: the gateway ended while it was measured. It said:{Environment.NewLine}{gateway.LastLines}");
            return 1;
        }

        Print("memory, start-up", startUp.TotalSeconds, "s");
        Print("memory, gateway", own, "MiB");
        Print("memory, with decoders", whole, "MiB");
        return 0;
    }

    private static async Task<(double Own, double Whole)> PeakAsync(GatewayProcess gateway)
    {
        double own = 0, whole = 0;
        for (var watched = TimeSpan.Zero; watched < s_watching && !gateway.HasEnded; watched += s_sampling)
        {
            await Task.Delay(s_sampling, TimeProvider.System);
            own = Math.Max(own, ResidentMemory.OfProcess(gateway.Id));
            whole = Math.Max(whole, ResidentMemory.WithChildren(gateway.Id));
        }

        return (own, whole);
    }

    private static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {value,10:F1} {unit,-4}   target none   printed"));
}
