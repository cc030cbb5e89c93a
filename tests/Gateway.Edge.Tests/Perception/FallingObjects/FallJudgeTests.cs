using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Tracking;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;
using Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

/// <summary>Clear cases, far from any threshold.</summary>
public sealed class FallJudgeTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;

    private readonly BlobHistory _history = new();
    private readonly RestlessMap _restless = new(1280, 720);

    public FallJudgeTests()
    {
        for (var frame = 0; frame < 50; frame++)
        {
            _restless.Add([]);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fall_is_one(bool calibrated)
    {
        var points = s_camera.Fall(from: 40, noise: 0.3);

        var why = Judge(points, out var found, calibrated);

        Assert.Equal(FallRefusal.None, why);
        Assert.InRange(found!.Fall.Track.Count, points.Count - 2, points.Count);
        Assert.Equal(calibrated, found.Fall.Origin is not null);
    }

    [Fact]
    public void What_comes_down_steadily_does_not_accelerate()
    {
        var lift = Moving(60, t => (0, 40 - (6 * t)));

        Assert.Contains(Judge(lift, out var found), new[] { FallRefusal.NotAccelerating, FallRefusal.NoFall, FallRefusal.NotGravity });
        Assert.Null(found);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(15.5)]
    [InlineData(25)]
    public void Another_acceleration_than_gravity_is_no_fall(double acceleration)
    {
        var points = Moving(60, t => (0, 40 - (acceleration / 2 * t * t)));

        var why = Judge(points, out var found);
        Assert.True(found is null && why != FallRefusal.None, $"{found?.Path} {found?.Fall.Fit} {found?.Fall.Score} {found?.Fall.Track.Count}");
    }

    [Fact]
    public void What_was_seen_in_a_few_frames_or_came_down_a_little_is_not_told()
    {
        Assert.Equal(FallRefusal.TooFewPoints, Judge([.. s_camera.Fall(from: 40).Take(6)], out _));
        Assert.Contains(Judge([.. s_camera.Fall(from: 40).Take(10)], out _), new[] { FallRefusal.TooShort, FallRefusal.TooFewPoints });
    }

    [Fact]
    public void What_is_larger_than_anything_thrown_from_a_window_is_not_told()
    {
        List<FallPoint> points = [.. s_camera.Fall(from: 40).Select(point => point with { Width = 85, Height = 85 })];

        Assert.NotEqual(FallRefusal.None, Judge(points, out _));
    }

    [Fact]
    public void Noise_that_happens_to_come_down_lies_off_every_curve()
    {
        var random = new Random(6);
        List<FallPoint> points = [.. s_camera.Fall(from: 40).Select(point => point with { X = point.X + random.Next(-40, 40), Y = point.Y + random.Next(-40, 40) })];

        Assert.NotEqual(FallRefusal.None, Judge(points, out _));
    }

    [Fact]
    public void What_the_tracker_missed_is_found_in_the_history()
    {
        var points = s_camera.Fall(from: 40, noise: 0.3);
        for (var frame = 0; frame < 25; frame++)
        {
            _history.Add(Tracks.TimeOf(frame), []);
        }

        foreach (var point in points)
        {
            _history.Add(point.Time, [Tracks.BlobAt(point.X, point.Y)]);
        }

        Judge([.. points.Skip(10).Take(20)], out var found);

        Assert.InRange(found!.Fall.Track.Count, 35, points.Count);
    }

    [Theory]
    [InlineData(20, false, nameof(FallRefusal.None))]
    [InlineData(20, true, nameof(FallRefusal.Crowded))]
    [InlineData(45, true, nameof(FallRefusal.None))]
    public void Where_other_things_move_around_a_fall_has_to_be_seen_more_often(int seen, bool others, string expected)
    {
        List<FallPoint> points = [.. s_camera.Fall(from: 40, noise: 0.1, framesPerSecond: seen < 40 ? 12 : 25).Take(seen)];
        for (var frame = 0; frame < points[0].Frame; frame++)
        {
            _history.Add(Tracks.TimeOf(frame), []);
        }

        foreach (var point in points)
        {
            var thing = Tracks.BlobAt(point.X, point.Y);
            _history.Add(point.Time, others ? [thing, Tracks.BlobAt(point.X + 12, point.Y), Tracks.BlobAt(point.X - 11, point.Y + 3)] : [thing]);
        }

        Assert.Equal(expected, Judge(points, out var found).ToString());
        Assert.Equal(expected == nameof(FallRefusal.None), found is not null);
    }

    [Theory]
    [InlineData(false, nameof(FallRefusal.None))]
    [InlineData(true, nameof(FallRefusal.Doubtful))]
    public void In_snow_a_track_that_two_flakes_explain_is_no_fall(bool snows, string expected)
    {
        // Down at 5 m/s, and after 0.7 s at 10: nearly a parabola.
        var random = new Random(4);
        List<FallPoint> points = [.. Moving(42, t => (0, 40 - (5 * t) - (6 * Math.Max(0, t - 0.7))))
            .Select(point => point with { Y = point.Y + (random.NextDouble() / 2), Width = 3, Height = 3 })];

        Assert.Equal(expected, Judge(points, out _, busy: snows).ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fall_in_snow_is_one(bool calibrated) =>
        Assert.Equal(FallRefusal.None, Judge(s_camera.Fall(from: 40, noise: 0.3), out _, calibrated, busy: true));

    [Theory]
    [InlineData(4)]
    [InlineData(16)] // as large as a flake right before the lens
    public void In_snow_a_fall_has_to_be_plainer(int side)
    {
        // Seen in three of five frames: passed, but barely.
        List<FallPoint> points = [.. s_camera.Fall(from: 20, noise: 0.2, framesPerSecond: 15).Where((_, at) => at % 5 is 0 or 2 or 3)
            .Select(point => point with { Width = side, Height = side })];

        Assert.Equal(FallRefusal.None, Judge(points, out var calm));
        Assert.InRange(calm!.Fall.Score, 0.9, 0.94);
        Assert.Equal(FallRefusal.Doubtful, Judge(points, out _, busy: true));
    }

    [Fact]
    public void A_track_is_left_as_it_was()
    {
        var track = TrackOf(s_camera.Fall(from: 40, noise: 0.3));
        var before = track.Points.ToArray();

        new FallJudge(s_camera.View, new FallSettings()).Judge(track.Points, _history, _restless, busy: false, out _);

        Assert.Equal(before, track.Points);
    }

    private static List<FallPoint> Moving(int frames, Func<double, (double Along, double Up)> path) =>
        [.. Enumerable.Range(0, frames).Select(frame => (Frame: frame, At: path(frame / 25.0))).Where(moment => moment.At.Up > 0).Select(moment =>
        {
            var (x, y) = s_camera.See(moment.At.Along, moment.At.Up);
            return new FallPoint(moment.Frame + 25, Tracks.TimeOf(moment.Frame + 25), x, y, 6, 6);
        }).Where(point => point.Y is >= 0 and < 720)];

    private static Track TrackOf(List<FallPoint> points)
    {
        var track = new Track();
        track.Begin(points[0], 36, -40);
        foreach (var point in points.Skip(1))
        {
            track.Add(point, 36, -40);
        }

        return track;
    }

    private FallRefusal Judge(List<FallPoint> points, out Candidate? found, bool calibrated = true, bool busy = false)
    {
        var view = calibrated ? s_camera.View : s_camera.View with { Calibration = null };
        return new FallJudge(view, new FallSettings()).Judge(TrackOf(points).Points, _history, _restless, busy, out found);
    }
}
