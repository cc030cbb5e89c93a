using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class FallPathFinderTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;

    private readonly FallPathFinder _finder = new(s_camera.View, new FallSettings());

    [Fact]
    public void A_track_that_is_a_fall_is_kept_whole()
    {
        var points = s_camera.Fall(from: 31, noise: 0.3);
        var before = points.ToArray();

        var path = _finder.Find(points)!;

        Assert.Equal(before, points);
        Assert.Equal(28, path.Solution.Fall.Height, 0.5);
        Assert.InRange(_finder.MisfitOf(points, path), 0, 1);
    }

    [Fact]
    public void What_it_does_after_it_has_hit_something_is_cut_off()
    {
        var fall = s_camera.Fall(from: 31, noise: 0.3);
        List<FallPoint> points = [.. fall.Take(30)];
        for (var i = 1; i <= 4; i++)
        {
            var last = points[^1];
            points.Add(last with { Frame = last.Frame + 1, Time = last.Time + TimeSpan.FromSeconds(0.04), X = last.X + 5, Y = last.Y - 4 });
        }

        var path = _finder.Find(points)!;

        Assert.InRange(points[^1].Frame, fall[24].Frame, fall[29].Frame + 1);
        Assert.InRange(path.Solution.Fall.Acceleration, 0.6 * PinholeCamera.Gravity, 1.4 * PinholeCamera.Gravity);
    }

    [Fact]
    public void What_a_hand_did_before_it_let_go_is_cut_off()
    {
        var fall = s_camera.Fall(from: 31, noise: 0.3);
        List<FallPoint> points = [];
        for (var i = 12; i > 0; i--)
        {
            points.Add(fall[0] with { Frame = fall[0].Frame - i, Time = fall[0].Time - TimeSpan.FromSeconds(0.04 * i), X = fall[0].X - (6 * i), Y = fall[0].Y + (2 * i) });
        }

        points.AddRange(fall);

        var path = _finder.Find(points)!;

        Assert.InRange(points[0].Frame, fall[0].Frame - 3, fall[8].Frame);
        Assert.InRange(path.Solution.Fall.Acceleration, 0.6 * PinholeCamera.Gravity, 1.4 * PinholeCamera.Gravity);
    }

    [Fact]
    public void Single_points_beside_the_curve_are_dropped()
    {
        var points = s_camera.Fall(from: 31, noise: 0.3);
        var wrong = points[14] = points[14] with { X = points[14].X + 40 };

        var path = _finder.Find(points)!;

        Assert.DoesNotContain(wrong, points);
        Assert.InRange(_finder.MisfitOf(points, path), 0, 1);
    }

    [Fact]
    public void Without_a_calibration_the_camera_is_guessed()
    {
        var blind = new FallPathFinder(s_camera.View with { Calibration = null }, new FallSettings());
        var points = s_camera.Fall(from: 31);

        var path = blind.Find(points)!;

        Assert.InRange(_finder.MisfitOf(points, path), 0, 0.6);
        Assert.Equal(PinholeCamera.Gravity / 30, path.Solution.Fall.Acceleration, 0.15);
    }

    [Fact]
    public void What_rises_or_stands_still_is_no_fall()
    {
        var fall = s_camera.Fall(from: 31);
        List<FallPoint> rising = [.. fall.Select((point, i) => point with { Y = 600 - (8 * i) + (0.1 * i * i * -1) })];

        Assert.Null(_finder.Find(rising));
        Assert.Null(_finder.Find([.. fall.Take(3)]));
    }

    [Fact]
    public void What_is_known_of_gravity_makes_the_origin_more_certain()
    {
        var points = s_camera.Fall(from: 31, noise: 0.4).Skip(5).Take(12).ToList();
        var path = _finder.Find(points)!;

        var refined = _finder.Refine(points, path, FallPriors.Metres(30))!;

        Assert.True(refined.Solution.HeightError < path.Solution.HeightError);
        Assert.Equal(28, refined.Solution.Fall.Height, 1.0);
    }
}
