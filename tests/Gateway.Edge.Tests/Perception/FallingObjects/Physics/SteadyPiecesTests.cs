using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class SteadyPiecesTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void A_fall_lies_far_off_two_steady_pieces(double from) =>
        Assert.InRange(OverFall(s_camera.Fall(from, noise: 0.3)), 3, 1000);

    [Theory]
    [InlineData(0, 4, 9)]
    [InlineData(0, 5, 8)]
    [InlineData(10, 4, 9)] // near flakes are seen before the plane
    public void A_flake_that_goes_on_as_a_nearer_one_does_not(double before, double slow, double fast)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Assert.InRange(OverFall(Flakes(before, slow, fast, new Random(seed))), 0, 1.5);
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.8)]
    public void Where_the_second_begins_is_found(double part) =>
        Assert.InRange(OverFall(Flakes(0, 4, 9, new Random(3), part)), 0, 1.5);

    [Fact]
    public void One_that_is_perfectly_steady_is_no_farther_off_than_any_fall() =>
        Assert.InRange(OverFall(Flakes(0, 6, 6, random: null)), 0, 1);

    [Fact]
    public void What_fits_perfectly_divides_by_nothing() => Assert.True(double.IsFinite(OverFall(s_camera.Fall(40))));

    [Fact]
    public void A_larger_picture_says_the_same()
    {
        var large = new PinholeCamera(s_camera.Placement, 1920, 1080);
        var (small, times) = (OverFall(s_camera.Fall(40)), OverFall(large.Fall(40).ConvertAll(point => point with { Width = 9, Height = 9 }), large.View));

        Assert.InRange(times, 0.8 * small, 1.25 * small);
    }

    /// <summary>Seen at one speed, then at another, each steady.</summary>
    private static List<FallPoint> Flakes(double before, double slow, double fast, Random? random, double part = 0.5) =>
        [.. Enumerable.Range(0, 40).Select(frame =>
        {
            var (seconds, turn) = (frame / 25.0, 40 * part / 25);
            var (x, y) = s_camera.See(0, 38 - (slow * Math.Min(seconds, turn)) - (fast * Math.Max(0, seconds - turn)), before);
            return new FallPoint(frame, TimeSpan.FromSeconds(seconds), x + Noise(random), y + Noise(random), 3, 3);
        })];

    private static double Noise(Random? random) => random is null ? 0 : (random.NextDouble() - 0.5) * 1.2;

    private static double OverFall(List<FallPoint> points, FallView? view = null)
    {
        view ??= s_camera.View;
        List<FallPoint> left = [.. points];
        var path = new FallPathFinder(view, new FallSettings()).Find(left)!;
        return SteadyPieces.OverFall(left, path, view.Height / 720.0);
    }
}
