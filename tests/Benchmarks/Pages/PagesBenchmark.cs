using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeGateway.Benchmarks.Footprint;
using Gateway.Edge.Accounts;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Benchmarks.Pages;

/// <summary>
/// Every page of the console on a compound of 10,000 residents and 1,000,000 journal records: a data directory is filled with seeded data through
/// our own code, the gateway runs on it as a process of its own, and each page is asked for one request at a time. Median and 95th percentile to
/// the last byte.
/// </summary>
internal static partial class PagesBenchmark
{
    private const int Seed = 20_260_601;
    private const int WarmUps = 5;
    private const int Requests = 40;
    private const double Target = 100;
    private static readonly TimeSpan s_longestCount = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(120);

    /// <summary>Arguments: a folder that keeps the data for the next run, and words of which a page's path has to hold one; both may be absent.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var kept = arguments.Length > 0 && arguments[0] != "-" ? Path.GetFullPath(arguments[0]) : null;
        var folder = kept ?? Path.Combine(Path.GetTempPath(), $"pages-benchmark-{Environment.ProcessId}");
        try
        {
            var people = new CompoundPeople(CompoundSize.Promised.Residents, Seed);
            var begun = Stopwatch.GetTimestamp();
            var data = await FillAsync(folder, people);
            Result.Note("pages, filling the data directory", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s");
            return await MeasureAsync(folder, data, people, arguments.Skip(1).ToArray());
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<string> FillAsync(string folder, CompoundPeople people)
    {
        var data = Path.Combine(folder, "data");
        var done = Path.Combine(folder, "filled");
        if (File.Exists(done))
        {
            return data;
        }

        Directory.CreateDirectory(data);
        var (size, now) = (CompoundSize.Promised, TimeProvider.System.GetUtcNow());
        new JournalFiller(people, size, Seed, now).Fill(new JournalPaths(data));
        await new RegistryFiller(data, people, size, Seed, now).FillAsync();
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(done, "");
        return data;
    }

    private static async Task<int> MeasureAsync(string folder, string data, CompoundPeople people, string[] only)
    {
        await using var gateway = new GatewayProcess(WriteConfiguration(folder, data));
        var started = Stopwatch.GetTimestamp();
        if (!await gateway.WaitForLineAsync("gateway ready", s_longestStart) || Address().Match(gateway.LastLines) is not { Success: true } address)
        {
            await Console.Error.WriteLineAsync($"pages: the gateway did not start. It said:{Environment.NewLine}{gateway.LastLines}");
            return 1;
        }

        Result.Note("pages, start-up", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        using var visitor = new PageVisitor(new Uri(address.Groups["address"].Value));
        var password = Path.Combine(data, FirstAccount.FileName);
        await visitor.SignInAsync(FirstAccount.Name, File.Exists(password) ? (await File.ReadAllTextAsync(password)).Trim() : null);
        await CountedAsync(visitor);
        Result.Note("pages, start-up and digest", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        var met = true;
        foreach (var path in PagesToVisit.Of(people, await visitor.VisitAsync("/vehicles")).Where(path => only.Length == 0 || only.Any(word => path.Contains(word, StringComparison.Ordinal))))
        {
            met &= await MeasureAsync(visitor, path);
        }

        Result.Note("pages, resident memory", ResidentMemory.OfProcess(gateway.Id), "MiB");
        return met ? 0 : 1;
    }

    // A new data directory is digested once, in the background; its pages say so.
    private static async Task CountedAsync(PageVisitor visitor)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < s_longestCount;)
        {
            if (!(await visitor.VisitAsync("/history")).Text.Contains("id=\"counting\"", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private static async Task<bool> MeasureAsync(PageVisitor visitor, string path)
    {
        for (var index = 0; index < WarmUps; index++)
        {
            await visitor.VisitAsync(path);
        }

        var (times, bytes) = (new List<double>(Requests), 0);
        for (var index = 0; index < Requests; index++)
        {
            var (took, text) = await visitor.VisitAsync(path);
            times.Add(took);
            bytes = text.Length;
        }

        times.Sort();
        var (median, late) = (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
        var met = median <= Target;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pages, {Brief(path),-52} p95 {late,8:F1} ms  {bytes / 1024,5} KiB  median {median,8:F1} ms   target <= {Target:F0} ms   {(met ? "met" : "MISSED")}"));
        return met;
    }

    // Ids would make the table wide.
    private static string Brief(string path) => Ids().Replace(path, "{id}");

    private static string WriteConfiguration(string folder, string data)
    {
        var hardware = Path.Combine(folder, "hardware.json");
        // The demo's devices; its cameras are away, as nothing is to take time but the pages.
        File.WriteAllText(hardware, File.ReadAllText(Path.Combine(Repository.Root, "hw-configs", "demo.json")).Replace("\"$schema\": \"./schema.json\",", "", StringComparison.Ordinal));
        File.SetUnixFileMode(hardware, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var configuration = Path.Combine(folder, "gateway.json");
        File.WriteAllText(configuration, JsonSerializer.Serialize(new
        {
            Gateway = new { Compound = "demo-garden", DataDirectory = data, HardwareFile = hardware, Urls = $"http://127.0.0.1:{FreePort.Find()}" },
            Journal = new { MaximumMegabytes = 16 * 1024 },
            Uplink = new { Enabled = false },
            Logging = new { LogLevel = new { Default = "Warning" } },
        }));
        File.SetUnixFileMode(configuration, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return configuration;
    }

    [GeneratedRegex("gateway ready: (?<address>http://[^\\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
