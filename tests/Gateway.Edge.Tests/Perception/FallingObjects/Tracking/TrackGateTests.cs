using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

public sealed class TrackGateTests
{
    private const double Frame = 1 / Tracks.FramesPerSecond;

    private readonly TrackGate _gate = new(scale: 1);

    [Fact]
    public void What_is_where_it_is_expected_and_looks_alike_suits_perfectly()
    {
        var track = Tracks.Of(8, Falling);
        var (x, y) = Falling(8 * Frame);

        Assert.Equal(0, _gate.Misfit(track, Tracks.BlobAt(x, y), Frame), 0.001);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(-2, 0)]
    [InlineData(0, -2)]
    public void The_farther_off_it_is_the_worse_it_suits_until_it_is_another_thing(double stepX, double stepY)
    {
        var track = Tracks.Of(8, Falling);
        var (x, y) = Falling(8 * Frame);
        var before = 0.0;
        for (var step = 1; step < 30; step++)
        {
            var misfit = _gate.Misfit(track, Tracks.BlobAt(x + (step * stepX), y + (step * stepY)), Frame);
            if (double.IsPositiveInfinity(misfit))
            {
                return;
            }

            Assert.True(misfit > before);
            Assert.True(step < 15, "nothing is too far away");
            before = misfit;
        }
    }

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(0, 79, true)]
    [InlineData(0, 90, false)] // faster than anything falls before a camera
    [InlineData(0, -12, true)] // thrown upwards
    [InlineData(0, -30, false)]
    [InlineData(14, 0, true)]
    [InlineData(40, 0, false)]
    [InlineData(40, 50, true)] // down as much as along
    public void What_was_seen_once_may_move_as_fast_as_a_fall_does(double dx, double dy, bool may)
    {
        var track = Tracks.Of(1, _ => (300, 200));

        Assert.Equal(may, double.IsFinite(_gate.Misfit(track, Tracks.BlobAt(300 + dx, 200 + dy), Frame)));
    }

    [Fact]
    public void A_young_track_is_believed_less_than_an_old_one()
    {
        var misfits = new[] { 2, 3, 4 }.Select(points =>
        {
            var (x, y) = Steady(points * Frame);
            return _gate.Misfit(Tracks.Of(points, Steady), Tracks.BlobAt(x + 4, y + 4), Frame);
        }).ToArray();

        Assert.All(misfits, misfit => Assert.True(double.IsFinite(misfit)));
        Assert.True(misfits[0] < misfits[1] && misfits[1] < misfits[2]);

        static (double X, double Y) Steady(double t) => (300, 100 + (700 * t));
    }

    [Theory]
    [InlineData(6, 6, true)]
    [InlineData(6, 16, true)]
    [InlineData(6, 24, false)] // more than ten times the area
    [InlineData(24, 6, false)]
    public void What_changes_its_size_beyond_likelihood_is_another_thing(int side, int next, bool may)
    {
        var track = Tracks.Of(8, Falling, side);
        var (x, y) = Falling(8 * Frame);

        Assert.Equal(may, double.IsFinite(_gate.Misfit(track, Tracks.BlobAt(x, y, next), Frame)));
    }

    [Fact]
    public void Of_two_that_are_as_near_the_one_that_looks_alike_suits_better()
    {
        var track = Tracks.Of(8, Falling);
        var (x, y) = Falling(8 * Frame);

        var alike = _gate.Misfit(track, Tracks.BlobAt(x, y), Frame);

        Assert.True(alike < _gate.Misfit(track, Tracks.BlobAt(x, y, contrast: 40), Frame));
        Assert.True(alike < _gate.Misfit(track, Tracks.BlobAt(x, y, side: 9), Frame));
    }

    [Fact]
    public void Distances_grow_with_the_picture()
    {
        foreach (var off in new[] { 3.0, 5, 8, 12 })
        {
            var (small, large) = (Tracks.Of(8, Falling), Tracks.Of(8, t => (2 * Falling(t).X, 2 * Falling(t).Y), side: 12));
            var (x, y) = Falling(8 * Frame);

            var expected = _gate.Misfit(small, Tracks.BlobAt(x, y + off), Frame);
            var found = new TrackGate(scale: 2).Misfit(large, Tracks.BlobAt(2 * x, 2 * (y + off), 12), Frame);

            Assert.Equal(double.IsFinite(expected), double.IsFinite(found));
            Assert.True(double.IsInfinity(expected) || Math.Abs(expected - found) < 0.001);
        }
    }

    private static (double X, double Y) Falling(double t) => (300 + (20 * t), 100 + (50 * t) + (300 * t * t));
}
