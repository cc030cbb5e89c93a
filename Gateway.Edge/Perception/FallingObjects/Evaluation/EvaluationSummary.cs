namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Adds the results of clips up.</summary>
internal static class EvaluationSummary
{
    /// <summary>An alert is due so long after the end of its fall.</summary>
    public static readonly TimeSpan Due = TimeSpan.FromSeconds(2);

    /// <summary>The report of all results.</summary>
    public static EvaluationReport Of(IReadOnlyList<ClipResult> results)
    {
        var (falls, found, alarms) = (results.Sum(one => one.Falls), results.Sum(one => one.Found), results.Sum(one => one.FalseAlarms));
        var length = TimeSpan.FromTicks(results.Sum(one => one.Length.Ticks));
        var busy = results.Sum(one => one.Busy.TotalSeconds);
        var frames = results.Sum(one => (long)one.Times.Count);
        var outcomes = results.SelectMany(one => one.Outcomes).ToList();
        var latencies = results.SelectMany(one => one.Outcomes.Where(IsHit).Select(one.LatencyOf)).ToList();
        var floors = outcomes.Where(outcome => IsHit(outcome) && outcome.Truth!.Floor is not null && outcome.Told!.Fall.Origin is not null)
            .Select(outcome => Math.Abs(outcome.Told!.Fall.Origin!.Floor - outcome.Truth!.Floor!.Value))
            .ToList();
        return new EvaluationReport(
            results.Count,
            falls,
            found,
            alarms,
            Math.Round(length.TotalHours, 9),
            Statistics.Share(found, falls),
            Statistics.Share(found, found + alarms),
            Statistics.Share(alarms, length.TotalHours),
            outcomes.Count(outcome => outcome.Verdict == FallVerdict.Double),
            outcomes.Count(outcome => outcome.Verdict == FallVerdict.MirrorOnly),
            floors.Count,
            Statistics.Share(floors.Count(off => off == 0), floors.Count),
            Statistics.Share(floors.Count(off => off <= 1), floors.Count),
            Statistics.Share(floors.Sum(), floors.Count),
            Milliseconds(latencies, 0.5),
            Milliseconds(latencies, 0.95),
            latencies.Count(latency => latency > Due),
            frames,
            Statistics.Share(frames, busy),
            Statistics.Share(length.TotalSeconds, busy),
            [.. results.Select(one => one.Fault).OfType<string>()],
            [.. results.Select(ClipReport.Of)],
            GroupReport.All(results));
    }

    private static bool IsHit(FallOutcome outcome) => outcome.Verdict == FallVerdict.Hit;

    private static double? Milliseconds(List<TimeSpan> latencies, double share) =>
        latencies.Count == 0 ? null : Math.Round(Statistics.Quantile(latencies.ConvertAll(latency => latency.TotalMilliseconds), share));
}
