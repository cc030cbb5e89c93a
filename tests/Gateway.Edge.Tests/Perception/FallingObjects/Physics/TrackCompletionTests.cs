using System.Runtime.InteropServices;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Perception.FallingObjects.Tracking;
using Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class TrackCompletionTests
{
    private const int First = 25; // frame of the fall's first point

    private readonly List<FallPoint> _fall = PinholeCamera.Usual.Fall(from: 31, along: 2, noise: 0.2);
    private readonly BlobHistory _history = new();
    private readonly FallPath _path;

    public TrackCompletionTests() => _path = new PathFitter(1).Fit(
        CollectionsMarshal.AsSpan(_fall), Projection.Of(PinholeCamera.Usual.Calibration, 1280, 720), FallPriors.Metres(30))!;

    [Fact]
    public void What_lies_on_the_path_before_within_and_after_a_track_is_added_in_order()
    {
        Remember(_ => true);
        var track = _fall.Where((_, i) => i is > 12 and < 25 and not 17 and not 18).ToList();

        Assert.True(TrackCompletion.Complete(track, _path, _history, scale: 1));

        Assert.Equal(_fall.Select(point => point.Frame), track.Select(point => point.Frame));
        Assert.All(_fall.Zip(track), pair => Assert.Equal(pair.First.Y, pair.Second.Y, 0.001));
        Assert.False(TrackCompletion.Complete(track, _path, _history, scale: 1));
    }

    [Fact]
    public void Where_nothing_is_seen_for_a_third_of_a_second_the_fall_is_over()
    {
        Remember(i => i < 20 || i >= 29);
        var track = _fall.Take(15).ToList();

        TrackCompletion.Complete(track, _path, _history, scale: 1);

        Assert.Equal(_fall.Take(20).Select(point => point.Frame), track.Select(point => point.Frame));
    }

    [Fact]
    public void A_shorter_gap_is_passed()
    {
        Remember(i => i is < 20 or >= 26);
        var track = _fall.Take(15).ToList();

        TrackCompletion.Complete(track, _path, _history, scale: 1);

        Assert.Equal(_fall.Where((_, i) => i is < 20 or >= 26).Select(point => point.Frame), track.Select(point => point.Frame));
    }

    [Fact]
    public void What_lies_beside_the_path_is_left_and_the_nearest_is_taken()
    {
        Remember(_ => true, point => [
            Tracks.BlobAt(point.X + 15, point.Y),
            Tracks.BlobAt(point.X, point.Y),
            Tracks.BlobAt(point.X + 3, point.Y + 2)]);
        var track = _fall.Take(20).ToList();
        TrackCompletion.Complete(track, _path, _history, scale: 1);
        Assert.All(_fall.Zip(track), pair => Assert.InRange(Math.Abs(pair.First.X - pair.Second.X), 0, 3.2));
        Assert.InRange(track.Count(point => Math.Abs(point.X - _fall[(int)point.Frame - First].X) < 0.01), _fall.Count - 3, _fall.Count);

        _history.Clear();
        Remember(_ => true, point => [Tracks.BlobAt(point.X + 15, point.Y)]);
        var alone = _fall.Take(20).ToList();
        Assert.False(TrackCompletion.Complete(alone, _path, _history, scale: 1));
        Assert.Equal(_fall.Take(20), alone);
    }

    [Fact]
    public void What_was_there_before_the_thing_was_let_go_does_not_belong_to_it()
    {
        // Something stands where the fall began, long before it.
        for (var frame = 0; frame < First; frame++)
        {
            _history.Add(Tracks.TimeOf(frame), [Tracks.BlobAt(_fall[0].X, _fall[0].Y)]);
        }

        foreach (var point in _fall)
        {
            _history.Add(point.Time, [Tracks.BlobAt(point.X, point.Y)]);
        }

        var track = _fall.Skip(5).ToList();
        TrackCompletion.Complete(track, _path, _history, scale: 1);

        Assert.InRange(track[0].Frame, First - 4, First);
    }

    private void Remember(Func<int, bool> isSeen, Func<FallPoint, Blob[]>? blobs = null)
    {
        for (var frame = 0; frame < First; frame++)
        {
            _history.Add(Tracks.TimeOf(frame), []);
        }

        for (var i = 0; i < _fall.Count; i++)
        {
            _history.Add(_fall[i].Time, !isSeen(i) ? [] : blobs?.Invoke(_fall[i]) ?? [Tracks.BlobAt(_fall[i].X, _fall[i].Y)]);
        }
    }
}
