using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Evaluation;
using static Gateway.Edge.Tests.Perception.FallingObjects.Evaluation.EvaluationScene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

public sealed class FallEvaluationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Latency_is_from_the_end_of_the_fall_to_the_frame_that_told_it()
    {
        var clip = new ScriptedClip("a.mp4", 250, True("fall1", 50, 80, x: 300), True("fall2", 120, 150, x: 300), True("fall3", 220, 245, x: 300))
        {
            Tells = new[] { (100, Fall(52, 78, 300, 120)), (210, Fall(120, 150, 300)), (-1, Fall(220, 245, 300)) }.ToLookup(tell => tell.Item1, tell => tell.Item2),
        };

        var report = EvaluationSummary.Of([await RunAsync(clip)]);

        Assert.Equal(3, report.Found);
        Assert.Equal([800, 2400, 160], report.PerClip[0].Events.Select(line => line.Latency!.Value));
        Assert.Equal(800, report.LatencyP50);
        Assert.Equal(2240, report.LatencyP95);
        Assert.Equal(1, report.Late);
        Assert.Equal([100, 210, 249], report.PerClip[0].Events.Select(line => line.Told!.Value));
    }

    [Fact]
    public async Task Told_times_are_turned_into_frames_though_duplicates_are_in_between()
    {
        // Every frame comes twice with one time: the detector's own count is half of the clip's.
        var clip = new ScriptedClip("a.mp4", 200, True("fall1", 50, 80, x: 300))
        {
            Clock = static frame => TimeOf(frame / 2),
            Tells = new[] { Counting(25, 40) }.ToLookup(_ => 100),
        };

        Assert.Equal(["hit fall1"], Verdicts((await RunAsync(clip)).Outcomes));

        static Fall Counting(int first, int last) => Fall(first, last, 300) with
        {
            Track = [.. Enumerable.Range(first, last - first + 1).Select(frame => new FallPoint(frame, TimeOf(frame), 300, 100 + (20 * (frame - first)), 6, 6))],
        };
    }

    [Fact]
    public async Task Clip_lasts_until_its_last_frame_is_over()
    {
        var result = await RunAsync(new ScriptedClip("a.mp4", 250));
        Assert.Equal(TimeSpan.FromSeconds(10), result.Length);
        Assert.Equal(TimeSpan.Zero, (await RunAsync(new ScriptedClip("b.mp4", 1))).Length);
        Assert.Equal(TimeSpan.Zero, (await RunAsync(new ScriptedClip("c.mp4", 0))).Length);
    }

    [Fact]
    public async Task Unreadable_clips_are_named_and_the_rest_goes_on()
    {
        ScriptedClip[] clips =
        [
            new("missing.mp4", 100) { Missing = true },
            new("broken.mp4", 100, True("fall1", 10, 30, x: 300)) { BreaksAt = 60, Tells = new[] { Fall(10, 30, 300) }.ToLookup(_ => 50) },
            new("whole.mp4", 100),
        ];
        var progress = new StringWriter();
        var next = 0;
        var evaluation = new FallEvaluation(_ => clips[1 + next++].Detector(), progress);

        var report = EvaluationSummary.Of(await evaluation.RunAsync(clips, jobs: 1, Token));

        Assert.Equal(["missing.mp4 is no video", "broken.mp4: breaks off after 60 frames"], report.Unreadable);
        Assert.Equal((3, 1, 1), (report.Clips, report.Falls, report.Found));
        Assert.Equal([0, 60, 100], report.PerClip.Select(clip => clip.Frames));
        Assert.Contains("missing.mp4 is no video", progress.ToString(), StringComparison.Ordinal);
        Assert.Contains("whole.mp4: 0 of 0 falls, 0 false alarms", progress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Falls_of_a_clip_that_cannot_be_opened_are_not_counted_as_misses()
    {
        var report = EvaluationSummary.Of([await RunAsync(new ScriptedClip("missing.mp4", 100, True("fall1", 10, 30, x: 300)) { Missing = true })]);
        Assert.Equal((0, 0), (report.Falls, report.Found));
        Assert.Single(report.Unreadable);
    }

    [Fact]
    public async Task Results_come_in_the_order_of_the_clips_however_many_run_at_once()
    {
        var clips = Enumerable.Range(0, 40).Select(index => new ScriptedClip($"{index:00}.mp4", index % 7) { Rows = 144 }).ToList();
        var results = await new FallEvaluation(_ => clips[0].Detector(), TextWriter.Null).RunAsync(clips, jobs: 8, Token);
        Assert.Equal(clips.Select(clip => clip.Name), results.Select(result => result.Clip.Name));
    }

    private static Task<ClipResult> RunAsync(ScriptedClip clip) => new FallEvaluation(_ => clip.Detector(), TextWriter.Null).RunAsync(clip, Token);
}
