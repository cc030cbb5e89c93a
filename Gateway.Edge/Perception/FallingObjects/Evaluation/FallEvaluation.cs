using System.Diagnostics;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Runs a detector over clips and compares what it tells with what is true.</summary>
/// <param name="detectorOf">A fresh detector for a view; called once a clip.</param>
/// <param name="progress">Told of each clip; used by one clip at a time.</param>
internal sealed class FallEvaluation(Func<FallView, IFallDetector> detectorOf, TextWriter progress)
{
    private readonly Lock _gate = new(); // guards the progress

    /// <summary>Evaluates clips, so many at a time; results come in the order of the clips, the unreadable ones among them.</summary>
    /// <param name="clips">Asked for one after the other, as there is room.</param>
    /// <param name="jobs">At least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ClipResult>> RunAsync(IEnumerable<IEvaluationClip> clips, int jobs, CancellationToken cancellationToken)
    {
        var results = new SortedDictionary<int, ClipResult>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(clips.Index(), parallel, async (clip, token) =>
        {
            var result = await RunAsync(clip.Item, token);
            lock (_gate)
            {
                results.Add(clip.Index, result);
                progress.WriteLine(result.Fault ?? $"{result.Clip.Name}: {result.Found} of {result.Falls} falls, {result.FalseAlarms} false alarms");
            }
        });
        return [.. results.Values];
    }

    /// <summary>Evaluates one clip.</summary>
    public async Task<ClipResult> RunAsync(IEvaluationClip clip, CancellationToken cancellationToken)
    {
        List<TimeSpan> times = [];
        List<ToldFall> told = [];
        var busy = new Stopwatch();
        FallView? view = null;
        string? fault = null;
        var truthHeight = 1;
        try
        {
            await using var frames = await clip.OpenAsync(cancellationToken);
            (view, truthHeight) = (frames.View, frames.TruthHeight);
            var detector = detectorOf(view);
            while (await frames.NextAsync(cancellationToken))
            {
                times.Add(frames.Time);
                busy.Start();
                var falls = detector.Take(frames.Luma.Span, frames.Time);
                busy.Stop();
                Tell(falls);
            }

            Tell(detector.Finish());
        }
        catch (Exception error) when (error is DeviceFaultException or InvalidDataException or IOException)
        {
            // What was told until here stands; the clip is named as unreadable.
            fault = error.Message.Contains(clip.Name, StringComparison.Ordinal) ? error.Message : $"{clip.Name}: {error.Message}";
        }

        IReadOnlyList<FallOutcome> outcomes = view is null ? [] : new FallMatcher(truthHeight, view.Height).Match(clip.Truth, told);
        return new ClipResult(clip, view, outcomes, times, busy.Elapsed, fault);

        void Tell(IReadOnlyList<Fall> falls)
        {
            for (var index = 0; index < falls.Count; index++)
            {
                told.Add(ToldFall.Of(falls[index], times));
            }
        }
    }
}
