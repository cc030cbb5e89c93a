using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Tracking;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

public sealed class TrackPiecesTests
{
    private static readonly List<FallPoint> s_fall = PinholeCamera.Usual.Fall(from: 40, along: 2, alongSpeed: 0.5);

    private readonly TrackPieces _pieces = new(1);

    [Theory]
    [InlineData(20, 20)]
    [InlineData(20, 26)]
    [InlineData(22, 20)]
    public void What_goes_on_where_a_track_broke_off_is_joined_to_it(int ends, int begins)
    {
        _pieces.Keep(Moved(s_fall, 40).ToList());
        _pieces.Keep([.. s_fall.Take(ends)]);

        var joined = _pieces.Join([.. s_fall.Skip(begins)]);

        Assert.Equal([.. s_fall.Take(Math.Min(ends, begins)), .. s_fall.Skip(begins)], joined);
    }

    [Fact]
    public void What_begins_elsewhere_or_too_late_or_before_is_not_joined()
    {
        _pieces.Keep([.. s_fall.Take(20)]);

        Assert.Null(_pieces.Join([.. Moved(s_fall.Skip(20), 60)]));
        Assert.Null(_pieces.Join([.. s_fall.Skip(40)]));
        Assert.Null(_pieces.Join([.. s_fall.Take(30)]));
    }

    [Fact]
    public void A_few_points_are_no_piece()
    {
        _pieces.Keep([.. s_fall.Take(7)]);
        Assert.Null(_pieces.Join([.. s_fall.Skip(7)]));

        _pieces.Keep([.. s_fall.Take(30)]);
        Assert.Null(_pieces.Join([.. s_fall.Skip(30).Take(7)]));
    }

    [Fact]
    public void Old_pieces_make_room_and_none_is_left_after_clearing()
    {
        List<FallPoint> first = [.. s_fall.Take(20)];
        List<FallPoint> rest = [.. s_fall.Skip(20)];
        _pieces.Keep(first);
        for (var more = 0; more < 15; more++)
        {
            _pieces.Keep([.. Moved(first, 100)]);
        }

        Assert.NotNull(_pieces.Join(rest));
        _pieces.Keep([.. Moved(first, 100)]);
        Assert.Null(_pieces.Join(rest));

        _pieces.Keep(first);
        _pieces.Clear();
        Assert.Null(_pieces.Join(rest));
    }

    private static IEnumerable<FallPoint> Moved(IEnumerable<FallPoint> points, double pixels) => points.Select(point => point with { X = point.X + pixels });
}
