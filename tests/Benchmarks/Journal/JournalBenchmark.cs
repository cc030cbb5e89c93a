using System.Diagnostics;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Journal;

/// <summary>
/// Durable appends against the bare flush rate of the same disk: 500 bytes appended to a file and fsynced, in turn with the journal's
/// own rounds, so that both meet the same load. Medians over the rounds.
/// </summary>
internal static class JournalBenchmark
{
    private const int Rounds = 5;
    private const int Writers = 64;
    private const double OneWriterTarget = 0.8;
    private const double ManyWritersTarget = 20;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var folder = Path.Combine(arguments.Length > 0 ? arguments[0] : Path.GetTempPath(), $"journal-benchmark-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            return await MeasureAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(string folder)
    {
        var bare = new List<double>();
        var one = new List<double>();
        var many = new List<double>();
        using var journal = SqliteJournal.Open(new JournalPaths(folder), new JournalOptions(), TimeProvider.System, NullLogger.Instance);
        await AppendAsync(journal, Writers, Slice / 2);
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(BareFlush.Rate(Path.Combine(folder, $"bare-{round}"), Slice));
            one.Add(await AppendAsync(journal, 1, Slice));
            many.Add(await AppendAsync(journal, Writers, Slice));
        }

        var flush = Median(bare);
        Console.WriteLine($"bare 500 B append + fsync   {flush,10:F0} /s");
        var met = Print("1 writer", Median(one), flush, OneWriterTarget);
        met &= Print($"{Writers} writers", Median(many), flush, ManyWritersTarget);
        return met ? 0 : 1;
    }

    private static bool Print(string name, double rate, double flush, double target)
    {
        var met = rate / flush >= target;
        Console.WriteLine($"journal, {name,-18} {rate,10:F0} /s   ratio {rate / flush,6:F2}   target >= {target:F1}   {(met ? "met" : "MISSED")}");
        return met;
    }

    private static async Task<double> AppendAsync(SqliteJournal journal, int writers, TimeSpan duration)
    {
        var entry = new JournalEntry(EventKind.Passage, EventPriority.Normal, "gate-1", Payload(), []);
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var count = 0L;
            for (; clock.Elapsed < duration; count++)
            {
                await journal.AppendAsync(entry, CancellationToken.None);
            }

            return count;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static byte[] Payload() => [.. "{\"text\":\""u8, .. Enumerable.Repeat((byte)'x', 489), .. "\"}"u8];
}
