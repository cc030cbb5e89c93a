using System.Text.Json;
using Gateway.Edge.Perception.FallingObjects.Evaluation;
using static Gateway.Edge.Tests.Perception.FallingObjects.Evaluation.EvaluationScene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Figures_add_up_over_clips()
    {
        var report = EvaluationSummary.Of(Results());

        Assert.Equal((3, 3, 2, 2), (report.Clips, report.Falls, report.Found, report.FalseAlarms));
        Assert.Equal(2 / 3.0, report.Recall!.Value, 9);
        Assert.Equal(0.5, report.Precision!.Value, 9);
        Assert.Equal(30 / 3600.0, report.Hours, 6);
        Assert.Equal(240, report.FalseAlarmsPerHour!.Value, 6);
        Assert.Equal((1, 0), (report.Doubles, report.MirrorOnly));
        Assert.Equal(2, report.Floors);
        Assert.Equal(0.5, report.FloorExact);
        Assert.Equal(0.5, report.FloorWithinOne);
        Assert.Equal(1.5, report.FloorError);
        Assert.Equal(750, report.Frames);
        Assert.Equal(250, report.FramesPerSecond!.Value, 6);
        Assert.Equal(10, report.TimesRealTime!.Value, 6);
    }

    [Fact]
    public void Json_is_one_object_with_the_agreed_members()
    {
        using var output = new StringWriter();
        Gateway.Edge.Commands.EvaluationOutput.Json(output, EvaluationSummary.Of(Results()));

        using var json = JsonDocument.Parse(Assert.Single(output.ToString().TrimEnd().Split('\n')));
        var root = json.RootElement;
        Assert.Equal(3, root.GetProperty("clips").GetInt32());
        Assert.Equal(3, root.GetProperty("falls").GetInt32());
        Assert.Equal(2, root.GetProperty("found").GetInt32());
        Assert.Equal(2, root.GetProperty("false_alarms").GetInt32());
        Assert.Equal(30 / 3600.0, root.GetProperty("hours").GetDouble(), 6);
        var first = root.GetProperty("per_clip")[0];
        Assert.Equal("a.mp4", first.GetProperty("file").GetString());
        Assert.Equal(2, first.GetProperty("falls").GetInt32());
        Assert.Equal(2, first.GetProperty("found").GetInt32());
        Assert.Equal(1, first.GetProperty("false_alarms").GetInt32());
        Assert.Equal(10, first.GetProperty("seconds").GetDouble());
        Assert.False(first.TryGetProperty("fault", out _));
        Assert.Equal(["hit", "double", "hit"], first.GetProperty("events").EnumerateArray().Select(line => line.GetProperty("verdict").GetString()));
        Assert.Equal("broken.mp4: breaks off", root.GetProperty("unreadable")[0].GetString());
    }

    [Fact]
    public void Shares_of_nothing_are_null()
    {
        var report = EvaluationSummary.Of([]);

        Assert.Equal((0, 0.0), (report.Clips, report.Hours));
        Assert.Null(report.Recall);
        Assert.Null(report.Precision);
        Assert.Null(report.FalseAlarmsPerHour);
        Assert.Null(report.LatencyP50);
        Assert.Null(report.FloorExact);
        Assert.Contains("\"recall\":null", JsonSerializer.Serialize(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_tells_every_figure_that_people_ask_for()
    {
        var lines = Table(Results());

        Assert.Contains(lines, line => line.StartsWith("a.mp4", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("broken.mp4", StringComparison.Ordinal) && line.EndsWith("not read to its end", StringComparison.Ordinal));
        Assert.Contains("recall              66.7%  2 of 3 falls", lines);
        Assert.Contains(lines, line => line.StartsWith("precision           50.0%", StringComparison.Ordinal));
        Assert.Contains("false alarms/hour   240.00", lines);
        Assert.Contains("floor               exact 50.0%, within one 50.0%, off by 1.50 in the mean; 2 falls", lines);
        Assert.Contains("latency             median 400 ms, 95 % within 400 ms after the end of the fall, 0 later than 2 s", lines);
        Assert.Contains("speed               250 frames/s, 10.0 x real time on one thread, without decoding", lines);
        Assert.Contains("could not be read   broken.mp4: breaks off", lines);
    }

    [Fact]
    public void Table_of_nothing_says_so()
    {
        var lines = Table([]);
        Assert.Contains("recall              -  0 of 0 falls", lines);
        Assert.Contains("floor               no fall with a known floor", lines);
        Assert.Contains("latency             nothing found", lines);
    }

    [Fact]
    public void Long_table_lists_only_clips_with_something_to_tell()
    {
        var plain = Enumerable.Range(0, 100).Select(index => Result($"plain{index}.mp4", []));
        var lines = Table([.. plain, .. Results()]);

        Assert.DoesNotContain(lines, line => line.StartsWith("plain", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("quiet.mp4", StringComparison.Ordinal)); // a fall was missed
        Assert.Contains("and 100 more in which everything was found and nothing else told", lines);
    }

    [Fact]
    public void Kinds_of_falls_and_of_clips_are_counted_by_themselves()
    {
        var small = True("fall1", 50, 80, x: 300) with { Groups = new Dictionary<string, string>(StringComparer.Ordinal) { ["size"] = "2-3 px" } };
        var large = True("fall2", 90, 120, x: 300) with { Groups = new Dictionary<string, string>(StringComparer.Ordinal) { ["size"] = "13-30 px" } };
        ClipGroup rain = new("nuisance", "Rain"), bird = new("nuisance", "Bird");
        ClipResult[] results =
        [
            Result("a.mp4", [new(FallVerdict.Hit, small, Told(50, 80, 300)), new(FallVerdict.Miss, large, null)], groups: [rain]),
            Result("b.mp4", [new(FallVerdict.FalseAlarm, null, Told(50, 80, 300))], groups: [rain, bird]),
        ];

        var groups = EvaluationSummary.Of(results).Groups;

        Assert.Equal(["nuisance Bird", "nuisance Rain", "size 2-3 px", "size 13-30 px"], groups.Select(group => $"{group.By} {group.Value}").OrderBy(name => name, NameOrder()));
        var rainy = groups.Single(group => group.Value == "Rain");
        Assert.Equal((2, 1, 1), (rainy.Falls, rainy.Found, rainy.FalseAlarms));
        Assert.Equal(20 / 3600.0, rainy.Hours!.Value, 5);
        var big = groups.Single(group => group.Value == "13-30 px");
        Assert.Equal((1, 0, null), (big.Falls, big.Found, big.FalseAlarms));
        Assert.True(groups.ToList().FindIndex(group => group.Value == "2-3 px") < groups.ToList().FindIndex(group => group.Value == "13-30 px"));
        Assert.Contains(Table(results), line => line.StartsWith("Rain", StringComparison.Ordinal) && line.Contains("1800.0", StringComparison.Ordinal));

        static StringComparer NameOrder() => StringComparer.Create(
            System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering);
    }

    private static ClipResult[] Results()
    {
        var exact = new FallOutcome(FallVerdict.Hit, True("fall1", 50, 80, x: 300, floor: 7), Told(50, 80, 300) with { Fall = Fall(50, 80, 300, floor: 7) });
        var off = new FallOutcome(FallVerdict.Hit, True("fall2", 90, 120, x: 300, floor: 7), Told(90, 120, 300) with { Fall = Fall(90, 120, 300, floor: 4) });
        return
        [
            Result("a.mp4", [exact, new(FallVerdict.Double, exact.Truth, Told(60, 80, 300)), off]),
            Result("broken.mp4", [new(FallVerdict.FalseAlarm, null, Told(60, 80, 300))], fault: "broken.mp4: breaks off"),
            Result("quiet.mp4", [new(FallVerdict.Miss, True("fall1", 50, 80, x: 300), null)]),
        ];
    }

    /// <summary>10 s for which the detector took one.</summary>
    private static ClipResult Result(string name, FallOutcome[] outcomes, string? fault = null, ClipGroup[]? groups = null) => new(
        new ScriptedClip(name, 250) { Groups = groups ?? [] },
        new(1280, 720),
        outcomes,
        [.. Enumerable.Range(0, 250).Select(TimeOf)],
        TimeSpan.FromSeconds(1),
        fault);

    private static string[] Table(ClipResult[] results)
    {
        using var output = new StringWriter();
        EvaluationTable.Write(output, EvaluationSummary.Of(results));
        return output.ToString().Split('\n');
    }
}
