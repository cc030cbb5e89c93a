using System.CommandLine;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Edge.Commands;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Tests.Commands;

public sealed class FallingEvaluateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact(Timeout = 240_000)]
    public async Task Falls_in_video_files_are_found_and_drawn_and_broken_files_are_named()
    {
        var options = new SyntheticOptions(640, 360, 25, TimeSpan.FromSeconds(6), Size: 9, Calm: true);
        await SyntheticVideo.WriteAsync(SyntheticClip.Of(4, SyntheticKind.Fall, options), _folder.File("fall.mp4"), Token);
        await SyntheticVideo.WriteAsync(SyntheticClip.Of(5, SyntheticKind.Nuisance, options with { Duration = TimeSpan.FromSeconds(3) }), _folder.File("still.mp4"), Token);
        await File.WriteAllTextAsync(_folder.File("broken.mp4"), "no video", Token);
        await File.WriteAllTextAsync(_folder.File("readme.txt"), "no video either", Token);
        await File.AppendAllTextAsync(_folder.File("annotations.csv"), "gone.mp4,fall1,1,2,3,4,5,was here\n", Token);
        var pictures = new DirectoryInfo(_folder.File("pictures"));

        var code = await RunAsync(new FallingEvaluation([new DirectoryInfo(_folder.Path)], Json: true, pictures));

        Assert.Equal(1, code);
        using var report = JsonDocument.Parse(Assert.Single(_output.ToString().TrimEnd().Split('\n')));
        var clips = report.RootElement.GetProperty("per_clip").EnumerateArray().ToDictionary(clip => clip.GetProperty("file").GetString()!, clip => clip);
        Assert.Equal(["broken.mp4", "fall.mp4", "gone.mp4", "still.mp4"], clips.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(clips["fall.mp4"].GetProperty("falls").GetInt32(), clips["fall.mp4"].GetProperty("found").GetInt32());
        Assert.True(clips["fall.mp4"].GetProperty("falls").GetInt32() >= 1);
        Assert.Equal(0, report.RootElement.GetProperty("false_alarms").GetInt32());
        Assert.InRange(clips["still.mp4"].GetProperty("seconds").GetDouble(), 2.9, 3.2);
        Assert.Equal(2, report.RootElement.GetProperty("unreadable").GetArrayLength());
        Assert.Contains("gone.mp4", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(pictures.EnumerateFiles(), picture => picture.Name.Contains("-fall-hit-fall1-", StringComparison.Ordinal));
    }

    [Fact(Timeout = 240_000)]
    public async Task Synthetic_clips_are_told_apart_by_kind()
    {
        var code = await RunAsync(new FallingEvaluation([], Json: true, Synthetic: 1, Nuisance: TimeSpan.FromSeconds(1)));

        Assert.Equal(0, code);
        using var report = JsonDocument.Parse(_output.ToString());
        Assert.Equal(["fall-0001", "nuisance-0001"], report.RootElement.GetProperty("per_clip").EnumerateArray().Select(clip => clip.GetProperty("file").GetString()));
        var kinds = report.RootElement.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("by").GetString()).Distinct(StringComparer.Ordinal).ToList();
        Assert.All(["size", "release", "frame rate", "nuisance"], kind => Assert.Contains(kind, kinds));
    }

    [Fact(Timeout = 600_000)]
    public async Task Real_falls_are_found_and_nothing_else_is_told()
    {
        var (falls, nuisances) = (TestData.Require("falling"), TestData.Require("nuisance"));

        Assert.Equal(0, await RunAsync(new FallingEvaluation([new DirectoryInfo(falls), new DirectoryInfo(nuisances)], Json: true)));

        using var report = JsonDocument.Parse(_output.ToString());
        var clips = report.RootElement.GetProperty("per_clip").EnumerateArray().ToList();
        foreach (var office in clips.Where(clip => clip.GetProperty("file").GetString()!.StartsWith("office", StringComparison.Ordinal)))
        {
            Assert.Equal((1, 1, 0), Counts(office));
        }

        var named = Directory.EnumerateFiles(nuisances).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        Assert.All(clips.Where(clip => named.Contains(clip.GetProperty("file").GetString())), clip => Assert.Equal((0, 0, 0), Counts(clip)));

        static (int Falls, int Found, int FalseAlarms) Counts(JsonElement clip) =>
            (clip.GetProperty("falls").GetInt32(), clip.GetProperty("found").GetInt32(), clip.GetProperty("false_alarms").GetInt32());
    }

    [Fact]
    public async Task Nothing_to_evaluate_is_said()
    {
        Assert.Equal(1, await RunAsync(new FallingEvaluation([], Json: true)));
        Assert.Contains("Nothing to evaluate", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync(new FallingEvaluation([new DirectoryInfo(_folder.Path)], Json: true)));
        Assert.Contains("No video file in " + _folder.Path, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync(new FallingEvaluation([new DirectoryInfo(_folder.File("missing"))], Json: true)));
        Assert.Contains("missing", _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Regions_of_another_file_are_checked_before_anything_runs()
    {
        await File.WriteAllTextAsync(_folder.File("regions.json"), "{", Token);
        Assert.Equal(1, await RunAsync(new FallingEvaluation([new DirectoryInfo(_folder.Path)], Json: true, Regions: new FileInfo(_folder.File("regions.json")))));
        Assert.Contains("regions.json, line 1, column", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--synthetic", "501")]
    [InlineData("--synthetic", "-1")]
    [InlineData("--nuisance-hours", "10.5")]
    [InlineData("--nuisance-hours", "NaN")]
    [InlineData("--jobs", "0")]
    [InlineData("--scale", "quarter")]
    public void Options_beyond_their_bounds_are_refused(string option, string value)
    {
        var parsed = FallingCommand.Create().Parse(["evaluate", "DIR", option, value]);
        Assert.NotEmpty(parsed.Errors);
        Assert.Empty(FallingCommand.Create().Parse(["evaluate", "DIR"]).Errors);
    }

    private Task<int> RunAsync(FallingEvaluation wanted) =>
        FallingEvaluateCommand.RunAsync(wanted, new FallDetectorFactory(new FallSettings(), new MotionSettings()).Create, _output, _errors, Token);
}
