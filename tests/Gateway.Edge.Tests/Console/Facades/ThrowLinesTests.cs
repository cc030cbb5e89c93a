using System.Globalization;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Facades;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Tests.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Console.Facades;

public sealed class ThrowLinesTests
{
    private static readonly ImagePolygon Region = new([new(0, 0), new(1, 0), new(1, 1), new(0, 1)]);
    private static readonly FallView View = new(1280, 720, Region, [], Falls.Tower, 10);

    [Fact]
    public void Curve_runs_through_the_track_of_a_free_fall()
    {
        var fall = Falls.Of(floor: 12);
        var curve = Points(ThrowCurve.Points(fall, View));
        Assert.Equal(33, curve.Count);
        foreach (var point in fall.Track)
        {
            Assert.InRange(curve.Min(at => double.Hypot(at.X - point.X, (at.Y - point.Y) / 10)), 0, 2.5);
        }

        Assert.Equal(fall.Track[0].Y, curve[0].Y, 0.5);
        Assert.Equal(fall.Track[^1].Y, curve[^1].Y, 0.5);
    }

    [Fact]
    public void Curve_follows_what_air_slows()
    {
        // From 40 m at a terminal speed of 9 m/s.
        var track = Enumerable.Range(0, 60).Select(frame => (Frame: frame, Time: frame / 25.0))
            .Select(at => new FallPoint(at.Frame, TimeSpan.FromSeconds(at.Time), 500, Falls.Tower.RowOf(40 - (81 / 9.81 * Math.Log(Math.Cosh(9.81 * at.Time / 9)))) * 720, 5, 5))
            .ToList();
        var light = Falls.Of(floor: 12) with { Track = track, Fit = new FallFit(1, 9.8, 0.3, 9, 400) };
        var curve = Points(ThrowCurve.Points(light, View));
        Assert.InRange(track.Max(point => curve.Min(at => Math.Abs(at.Y - point.Y))), 0, 12);
    }

    [Fact]
    public void No_curve_without_a_calibration_or_with_too_few_instants()
    {
        var fall = Falls.Of(floor: 12);
        Assert.Equal("", ThrowCurve.Points(fall, View with { Calibration = null }));
        Assert.Equal("", ThrowCurve.Points(fall with { Track = [.. fall.Track.Take(2)] }, View));
        Assert.Equal("", ThrowCurve.Points(fall with { Track = [.. fall.Track.Take(4).Select(point => point with { Time = TimeSpan.Zero })] }, View));
        var twice = fall.Track.Take(4).Select((point, i) => point with { Time = TimeSpan.FromSeconds(i < 2 ? 0 : 1) }).ToList();
        Assert.DoesNotContain("NaN", ThrowCurve.Points(fall with { Track = twice }, View), StringComparison.Ordinal);
    }

    [Fact]
    public void Throw_in_words_names_floor_column_gravity_and_residual()
    {
        var line = Line(Falls.Of(floor: 12));
        Assert.Equal("Floor 12", line.Title.En);
        var facts = line.Facts.ToDictionary(fact => fact.Name.En, fact => fact.Value!.En);
        Assert.Equal("11 to 13", facts["Floors possible"]);
        Assert.Equal("3 (3 to 4)", facts["Column"]);
        Assert.Equal("9.70 ± 0.20 m/s²", facts["Acceleration (free fall 9.81)"]);
        Assert.Equal("1.4 px", facts["Residual"]);
        Assert.Equal("dropped", facts["Manner"]);
        Assert.Null(line.Verdict);
        Assert.All(line.Facts, fact => Assert.False(string.IsNullOrWhiteSpace(fact.Value!.Zh)));
    }

    [Fact]
    public void Acceleration_that_is_no_fall_s_stands_out()
    {
        var fall = Falls.Of(floor: 12);
        Assert.Equal(Tone.High, Gravity(Line(fall with { Fit = fall.Fit with { Gravity = 6, GravityUncertainty = 0.3 } })).Tone);
        Assert.Equal(Tone.Good, Gravity(Line(fall with { Fit = fall.Fit with { Gravity = 8.9, GravityUncertainty = 0.3 } })).Tone);
        Assert.DoesNotContain(Line(fall, view: View with { Calibration = null }).Facts, fact => fact.Name.En.StartsWith("Acceleration", StringComparison.Ordinal));

        static Fact Gravity(ThrowLine line) => line.Facts.Single(fact => fact.Name.En.StartsWith("Acceleration", StringComparison.Ordinal));
    }

    [Fact]
    public void Roof_and_no_floor_at_all_are_said_so()
    {
        var fall = Falls.Of(floor: 12);
        Assert.Equal("Roof", Line(fall with { Origin = fall.Origin! with { Floor = 19 } }).Title.En);
        Assert.Equal("No floor was found", Line(fall with { Origin = null }).Title.En);
        Assert.Equal(Tone.Unknown, Line(fall with { Origin = null }, from: 3).Verdict!.Tone);
    }

    [Theory]
    [InlineData(12, Tone.Good, "Agrees: floor 12")]
    [InlineData(13, Tone.Good, "found 1 floor too low")]
    [InlineData(11, Tone.Good, "found 1 floor too high")]
    [InlineData(15, Tone.High, "found 3 floors too low (the start is -7.7 m from that floor's slab)")]
    public void Verdict_says_whether_it_agrees_and_by_how_much(int from, Tone tone, string words)
    {
        var verdict = Line(Falls.Of(floor: 12), from).Verdict!;
        Assert.Equal(tone, verdict.Tone);
        Assert.Contains(words, verdict.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Throw_is_read_anew_with_a_calibration_that_was_changed_since()
    {
        var taller = FacadeCalibration.FromPlacement(new CameraPlacement(32, 3.5, 34, CameraPlacement.FocalLengthOf(48)), new Building(18, 2.9));
        var line = ThrowLines.Of("tower-1", new TestThrow(1, default, Falls.Of(floor: 12), View), new Facade(Region, [], taller, 10));
        var now = line.Facts.Single(fact => fact.Name.En == "By the calibration now");
        Assert.Equal("Floor 14", now.Value!.En);
        Assert.DoesNotContain(Line(Falls.Of(floor: 12)).Facts, fact => fact.Name.En == "By the calibration now");
    }

    private static ThrowLine Line(Fall fall, int? from = null, FallView? view = null) =>
        ThrowLines.Of("tower-1", new TestThrow(1, default, fall, view ?? View, from), new Facade(Region, [], Falls.Tower, 10));

    private static List<(double X, double Y)> Points(string text) =>
        [.. text.Split(' ').Select(pair => pair.Split(',')).Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture)))];
}
