using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

public sealed class TrackTests
{
    [Fact]
    public void A_thing_seen_once_is_expected_where_it_was()
    {
        var track = Tracks.Of(1, _ => (40, 90));

        Assert.Equal((40, 90), track.Predict(0.2));
        Assert.Equal((0, 0), (track.Speed, track.DownSpeed));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void From_two_points_on_it_is_expected_to_go_on_straight(int points)
    {
        var track = Tracks.Of(points, t => (40 + (30 * t), 90 + (400 * t)));
        var later = ((points - 1) / Tracks.FramesPerSecond) + 0.1;

        var (x, y) = track.Predict(0.1);

        Assert.Equal(40 + (30 * later), x, 6);
        Assert.Equal(90 + (400 * later), y, 6);
        Assert.Equal(Math.Sqrt((30 * 30) + (400 * 400)), track.Speed, 6);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(30)]
    public void From_four_points_on_it_is_expected_to_accelerate(int points)
    {
        var track = Tracks.Of(points, t => (40 - (20 * t), 90 + (100 * t) + (300 * t * t)));
        var last = (points - 1) / Tracks.FramesPerSecond;

        var (x, y) = track.Predict(0.12);

        Assert.Equal(40 - (20 * (last + 0.12)), x, 6);
        Assert.Equal(90 + (100 * (last + 0.12)) + (300 * (last + 0.12) * (last + 0.12)), y, 6);
        Assert.Equal(100 + (600 * last), track.DownSpeed, 6);
    }

    [Fact]
    public void What_lies_far_back_says_nothing_about_how_it_moves_now()
    {
        var track = Tracks.Of(30, t => (40, t < 0.8 ? 90 : 90 + (500 * (t - 0.8))));

        Assert.Equal(500, track.DownSpeed, 6);
        Assert.Equal(90 + (500 * (1.16 + 0.04 - 0.8)), track.Predict(0.04).Y, 6);
    }

    [Fact]
    public void Its_drop_counts_from_its_highest_point()
    {
        var track = Tracks.Of(3, t => (40, 100 - (500 * t)));
        Assert.Equal(0, track.Drop);

        track.Add(Tracks.PointAt(3, 40, 75), 49, -20);
        Assert.Equal(15, track.Drop);
        Assert.Equal((49, -20f, 75), (track.Area, track.Contrast, track.Last.Y));

        track.Begin(Tracks.PointAt(4, 1, 1), 9, 5);
        Assert.Equal((0, 1, false), (track.Drop, track.Points.Count, track.Over));
    }

    [Fact]
    public void An_heir_has_the_past_of_another_and_its_own_future()
    {
        var (track, heir) = (Tracks.Of(5, t => (40, 90 + (400 * t))), Tracks.Of(2, _ => (1, 1)));
        heir.Over = true;

        heir.BeginAs(track);
        heir.Add(Tracks.PointAt(5, 44, 170), 36, -40);

        Assert.Equal(track.Points, heir.Points.Take(5));
        Assert.Equal((5, 6, 80, false), (track.Points.Count, heir.Points.Count, heir.Drop, heir.Over));
        Assert.Equal(0, track.Predict(0).X - 40, 9);
    }

    [Fact]
    public void Two_points_of_one_time_are_borne()
    {
        var track = new Track();
        track.Begin(Tracks.PointAt(0, 1, 2), 9, 9);
        track.Add(Tracks.PointAt(0, 3, 8), 9, 9);

        Assert.Equal((3, 8), track.Predict(0.1));
    }
}
