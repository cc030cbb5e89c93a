using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Evaluation;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace EdgeGateway.Benchmarks.Falling;

/// <summary>What is found and what is mistaken for a fall, on real clips and on the synthetic sets.</summary>
internal static class FallTables
{
    private const string SmallSize = "2-3 px";

    /// <summary>Recordings of facades begin so; the others there are balls that drop into bowls.</summary>
    private const string Facade = "office";

    /// <summary>The real clips beside the checkout; says so where there are none.</summary>
    public static async Task<bool> RealAsync(FallDetectorFactory detectors)
    {
        var named = Environment.GetEnvironmentVariable("GATEWAY_TEST_DATA");
        var root = string.IsNullOrEmpty(named) ? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data")) : named;
        string[] folders = [Path.Combine(root, "falling"), Path.Combine(root, "nuisance")];
        if (!Array.TrueForAll(folders, Directory.Exists))
        {
            Console.WriteLine($"  no real clips in {root}: not measured");
            return true;
        }

        var results = await EvaluateAsync(detectors, folders.SelectMany(folder => ClipFolder.Read(folder, regions: null, scale: null)));
        EvaluationTable.Write(Console.Out, EvaluationSummary.Of(results));
        var facades = results.Where(result => result.Clip.Name.StartsWith(Facade, StringComparison.Ordinal)).ToList();
        var nuisances = Directory.EnumerateFiles(folders[1]).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        return Result.AtLeast("falling, real facade falls found", facades.Sum(clip => clip.Found), facades.Sum(clip => clip.Falls))
            & Result.AtMost("falling, false alarms beside them", facades.Sum(clip => clip.FalseAlarms), 0)
            & Result.AtMost("falling, false alarms in real nuisance", results.Where(clip => nuisances.Contains(clip.Clip.Name)).Sum(clip => clip.FalseAlarms), 0);
    }

    /// <summary>The synthetic sets, or their first clips.</summary>
    public static async Task<bool> SyntheticAsync(FallDetectorFactory detectors, int clips, double hours)
    {
        var falls = await EvaluateAsync(detectors, SyntheticSet.FallClips(clips).Select(clip => new MadeClip(clip)));
        var count = Math.Min(SyntheticSet.Nuisances, (int)Math.Ceiling(TimeSpan.FromHours(hours) / SyntheticSet.NuisanceLength));
        var nuisance = await EvaluateAsync(detectors, SyntheticSet.NuisanceClips(count).Select(clip => new MadeClip(clip)));
        if (falls.Count + nuisance.Count > 0)
        {
            EvaluationTable.Write(Console.Out, EvaluationSummary.Of([.. falls, .. nuisance]));
        }

        var held = true;
        if (falls.Count > 0)
        {
            var report = EvaluationSummary.Of(falls);
            var sizes = report.Groups.Where(group => group.By == "size").ToList();
            held &= Recall("falling, recall of 4 px and more", sizes.Where(size => size.Value != SmallSize), 0.95);
            held &= Recall("falling, recall of 2-3 px", sizes.Where(size => size.Value == SmallSize), 0.80);
            held &= Result.AtLeast("falling, floor exact", report.FloorExact ?? 0, 0.90);
            held &= Result.AtLeast("falling, floor within one", report.FloorWithinOne ?? 0, 0.99);
            Result.Note("false alarms beside synthetic falls", report.FalseAlarms, $"in {report.Hours:0.00} h");
        }

        if (nuisance.Count > 0)
        {
            var report = EvaluationSummary.Of(nuisance);
            Result.Note("false alarms in synthetic nuisance", report.FalseAlarms, $"in {report.Hours:0.00} h");
            held &= Result.Below("falling, false alarms in 10 h of nuisance", report.FalseAlarmsPerHour * 10 ?? 0, 1);
        }

        return held;
    }

    private static bool Recall(string name, IEnumerable<GroupReport> sizes, double target)
    {
        var (found, all) = sizes.Aggregate((Found: 0, All: 0), (sum, size) => (sum.Found + size.Found, sum.All + size.Falls));
        return all == 0 || Result.AtLeast(name, (double)found / all, target);
    }

    private static Task<IReadOnlyList<ClipResult>> EvaluateAsync(FallDetectorFactory detectors, IEnumerable<IEvaluationClip> clips) =>
        new FallEvaluation(detectors.Create, Console.Error).RunAsync(clips, Environment.ProcessorCount, CancellationToken.None);
}
