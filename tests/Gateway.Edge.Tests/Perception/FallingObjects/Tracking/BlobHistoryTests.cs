using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

public sealed class BlobHistoryTests
{
    private readonly BlobHistory _history = new();

    [Fact]
    public void The_newest_256_frames_are_kept_with_their_times_and_blobs()
    {
        for (var frame = 0; frame < 600; frame++)
        {
            _history.Add(Tracks.TimeOf(frame), Enumerable.Range(0, frame % 5).Select(blob => Tracks.BlobAt(frame, blob)).ToArray());

            Assert.Equal(frame, _history.Newest);
            Assert.Equal(Math.Max(0, frame - 255), _history.Oldest);
        }

        for (var frame = _history.Oldest; frame <= _history.Newest; frame++)
        {
            Assert.Equal(Tracks.TimeOf(frame), _history.TimeOf(frame));
            Assert.Equal(Enumerable.Range(0, (int)frame % 5).Select(blob => Tracks.BlobAt(frame, blob)), _history.Of(frame).ToArray());
        }
    }

    [Fact]
    public void Of_a_flood_a_part_is_kept_and_its_neighbours_stay_whole()
    {
        _history.Add(Tracks.TimeOf(0), [Tracks.BlobAt(1, 1)]);
        _history.Add(Tracks.TimeOf(1), Enumerable.Range(0, BlobFinder.Most).Select(blob => Tracks.BlobAt(2, blob)).ToArray());
        _history.Add(Tracks.TimeOf(2), [Tracks.BlobAt(3, 3)]);

        Assert.Equal([Tracks.BlobAt(1, 1)], _history.Of(0).ToArray());
        Assert.Equal(Enumerable.Range(0, 192).Select(blob => Tracks.BlobAt(2, blob)), _history.Of(1).ToArray());
        Assert.Equal([Tracks.BlobAt(3, 3)], _history.Of(2).ToArray());
    }

    [Fact]
    public void After_clearing_frames_count_from_the_first_again()
    {
        _history.Add(Tracks.TimeOf(7), [Tracks.BlobAt(1, 1)]);
        _history.Clear();
        Assert.Equal((0, -1), (_history.Oldest, _history.Newest));

        _history.Add(Tracks.TimeOf(9), []);
        Assert.Equal(0, _history.Newest);
        Assert.Equal(Tracks.TimeOf(9), _history.TimeOf(0));
        Assert.Equal(0, _history.Of(0).Length);
    }
}
