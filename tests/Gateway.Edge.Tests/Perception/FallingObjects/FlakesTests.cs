using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

/// <summary>What comes down in snow and rain, and what falls through it.</summary>
public sealed class FlakesTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_let_go_in_snow_is_no_flake(bool calibrated) =>
        Assert.False(MayBe(s_camera.Fall(from: 40, noise: 0.3), busy: true, calibrated: calibrated));

    [Fact]
    public void What_was_hidden_when_it_was_let_go_is_none_where_it_is_plain() =>
        Assert.False(MayBe([.. s_camera.Fall(from: 40, noise: 0.2).Skip(15)], busy: true));

    [Fact]
    public void What_was_at_speed_when_it_was_first_seen_has_to_be_seen_for_long() =>
        Assert.True(MayBe([.. s_camera.Fall(from: 40, noise: 0.4).Skip(20).Take(9)], busy: true));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_track_of_two_flakes_may_be_some(bool busy, bool calibrated) => Assert.True(MayBe(TwoFlakes(), busy, knows: false, calibrated));

    [Fact]
    public void On_a_calm_day_nothing_is_taken_for_a_flake() => Assert.False(MayBe(TwoFlakes(), busy: false));

    [Fact]
    public void Of_large_things_it_is_not_asked_because_they_turn() =>
        Assert.False(MayBe([.. TwoFlakes().Select(point => point with { Width = 20, Height = 20 })], busy: true));

    [Fact]
    public void What_accelerates_too_little_drifts() =>
        Assert.True(MayBe(Moving(t => 40 - (2.5 * t * t)), busy: true));

    /// <summary>A track that went on with a flake twice as near.</summary>
    private static List<FallPoint> TwoFlakes() => Moving(t => 40 - (5 * t) - (5 * Math.Max(0, t - 0.7)));

    private static List<FallPoint> Moving(Func<double, double> height)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, 36).Select(frame =>
        {
            var (x, y) = s_camera.See(0, height(frame / 25.0));
            return new FallPoint(frame, TimeSpan.FromSeconds(frame / 25.0), x, y + (random.NextDouble() / 2), 3, 3);
        })];
    }

    private static bool MayBe(List<FallPoint> points, bool busy, bool knows = true, bool calibrated = true)
    {
        var view = calibrated ? s_camera.View : s_camera.View with { Calibration = null };
        List<FallPoint> left = [.. points];
        var path = new FallPathFinder(view, new FallSettings()).Find(left)!;
        var metres = calibrated ? 1 : FallPriors.Gravity / path.Solution.Fall.Acceleration;
        return new Flakes(view).MayBe(left, path, FallMeasures.Of(left, path, metres), metres, busy, knows);
    }
}
