using System.Runtime.InteropServices;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

public sealed class FallReportTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;

    private readonly List<FallPoint> _points = s_camera.Fall(from: 31, noise: 0.3);
    private readonly FallPath _path;

    public FallReportTests() => _path = new PathFitter(1).Fit(
        CollectionsMarshal.AsSpan(_points), Projection.Of(s_camera.Calibration, 1280, 720), FallPriors.Metres(30))!;

    [Fact]
    public void With_a_calibration_a_fall_tells_metres_and_its_origin()
    {
        var fall = Report(s_camera.View, Measures());

        Assert.Equal(_points, fall.Track);
        Assert.Equal((_points[0].Time, _points[^1].Time, _points[^1].Time - _points[0].Time), (fall.Began, fall.Ended, fall.Duration));
        Assert.Equal(11, fall.Origin!.Floor);
        Assert.Equal(PinholeCamera.Gravity, fall.Fit.Gravity, 0.5);
        Assert.Null(fall.Fit.TerminalSpeed);
        Assert.Equal(3, fall.Reasons.Count);
        Assert.All(fall.Reasons, reason => Assert.False(string.IsNullOrWhiteSpace(reason.Zh) || string.IsNullOrWhiteSpace(reason.En)));
        Assert.Contains("9.8", fall.Reasons[1].En, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_it_tells_neither_floor_nor_metres_per_second()
    {
        var fall = Report(s_camera.View with { Calibration = null }, Measures());

        Assert.Null(fall.Origin);
        Assert.Null(fall.Fit.TerminalSpeed);
        Assert.DoesNotContain("m/s2", fall.Reasons[1].En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.01, null)]
    [InlineData(0.6, 12.66)]
    public void Air_that_slows_it_measurably_tells_its_terminal_speed(double drag, double? terminal)
    {
        var slowed = _path with { Solution = _path.Solution with { Fall = _path.Solution.Fall with { Drag = drag } } };

        var fall = FallReport.Of(s_camera.View, _points, _path, slowed, Measures());

        Assert.Equal(terminal, fall.Fit.TerminalSpeed is { } speed ? Math.Round(speed, 2) : null);
    }

    [Fact]
    public void Each_weakness_lessens_the_score()
    {
        var measures = Measures();
        var score = Report(s_camera.View, measures).Score;

        Assert.InRange(score, 0.8, 1);
        Assert.InRange(Report(s_camera.View, measures with { Significance = 4 }).Score, 0, score - 0.05);
        Assert.InRange(Report(s_camera.View, measures with { Coverage = 0.4 }).Score, 0, score - 0.05);
        Assert.InRange(Report(s_camera.View, measures with { Points = 6 }).Score, 0, score - 0.05);
        Assert.InRange(Report(s_camera.View, measures with { Metres = 2 }).Score, 0, score - 0.05);
        var off = _path with { Solution = _path.Solution with { Misfit = 4 } };
        Assert.InRange(FallReport.Of(s_camera.View, _points, off, off, measures).Score, 0, score - 0.05);
    }

    private FallMeasures Measures() => FallMeasures.Of(_points, _path, 1);

    private Fall Report(FallView view, FallMeasures measures) => FallReport.Of(view, _points, _path, _path, measures);
}
