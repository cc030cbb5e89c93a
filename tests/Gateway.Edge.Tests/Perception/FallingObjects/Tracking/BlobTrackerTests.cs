using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

public sealed class BlobTrackerTests
{
    private readonly BlobTracker _tracker = new(scale: 1, new FallSettings());

    [Theory]
    [InlineData(300)]
    [InlineData(600)]
    [InlineData(1000)]
    [InlineData(1700)]
    public void A_fall_is_followed_from_rest_to_sixty_pixels_a_frame(double acceleration)
    {
        var tracks = Run(90, t => [Falling(t, 1, 300, 40, acceleration, until: 700)]);

        var longest = Longest(tracks);
        var (first, last) = (longest.Points[0], longest.Points[^1]);
        Assert.InRange(first.Y, 40, 60);
        Assert.InRange(last.Y, 600, 700);
        Assert.Equal(last.Frame - first.Frame + 1, longest.Points.Count);
        Assert.Equal(longest.Points.OrderBy(point => point.Frame), longest.Points);
        Assert.True(acceleration < 1700 || longest.Points[^1].Y - longest.Points[^2].Y > 55);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_thing_that_is_hidden_for_a_moment_is_followed_on(int hidden)
    {
        var tracks = Run(90, t => (int)Math.Round((t * 25) - 25) is var frame && frame >= 14 && frame < 14 + hidden ? [] : [Falling(t, 1, 300, 40, 500, until: 700)]);

        var longest = Longest(tracks);
        Assert.InRange(longest.Points[^1].Y, 600, 700);
        Assert.InRange(longest.Points[0].Y, 40, 60);
        Assert.Equal(longest.Points[^1].Frame - longest.Points[0].Frame + 1 - hidden, longest.Points.Count);
    }

    [Fact]
    public void A_thing_that_is_hidden_for_longer_is_over()
    {
        var tracks = Run(70, t => (int)Math.Round((t * 25) - 25) is >= 15 and < 25 ? [] : [Falling(t, 1, 300, 20, 400, until: 700)]);

        Assert.All(tracks, track => Assert.False(track.Points[0].Frame < 40 && track.Points[^1].Frame > 50));
    }

    [Fact]
    public void Large_thing_is_followed_through_half_a_second_in_which_it_is_seen_in_parts()
    {
        var tracks = Run(80, t => InParts(Falling(t, 1, 300, 40, 500, until: 700), (int)Math.Round((t * 25) - 25)));

        var longest = Longest(tracks);
        Assert.InRange(longest.Points[0].Frame, 24, 32);
        Assert.InRange(longest.Points[^1].Y, 600, 700);
        Assert.All(longest.Points, point => Assert.Equal(Falling(Tracks.TimeOf((int)point.Frame).TotalSeconds, 1, 300, 40, 500, 700).Y, point.Y, 18d));
    }

    [Fact]
    public void Two_things_that_fall_side_by_side_are_two_tracks()
    {
        var tracks = Run(80, t => [Falling(t, 1, 300, 40, 500, until: 700), Falling(t, 1, 330, 40, 500, until: 700)]);

        foreach (var x in new[] { 300, 330 })
        {
            Assert.Contains(tracks, track => track.Points.Count > 25 && track.Points.TrueForAll(point => Math.Abs(point.X - x) < 1));
        }
    }

    [Fact]
    public void A_thing_is_followed_among_clutter()
    {
        var random = new Random(3);
        var tracks = Run(80, t => [.. Enumerable.Range(0, 60).Select(_ => Tracks.BlobAt(random.Next(1280), random.Next(720), 3)), Falling(t, 1, 300, 40, 500, until: 700)]);

        Assert.Contains(tracks, track => track.Points.Count(point => Math.Abs(point.X - 300) < 0.5) > 30);
    }

    [Fact]
    public void Points_beside_the_way_of_a_young_thing_do_not_lead_it_astray()
    {
        // Something near is seen in the first frames: the young track goes on with each of both.
        var tracks = Run(80, t => t is > 1 and < 1.1
            ? [Tracks.BlobAt(303, 44), Falling(t, 1, 300, 40, 500, until: 700)]
            : [Falling(t, 1, 300, 40, 500, until: 700)]);

        var longest = Longest(tracks);
        Assert.InRange(longest.Points[^1].Y, 600, 700);
        Assert.InRange(longest.Points[0].Frame, 24, 30);
    }

    [Fact]
    public void What_does_not_come_down_far_enough_is_not_told()
    {
        Assert.Empty(Run(80, t => [Tracks.BlobAt(300, 100), Tracks.BlobAt(500, 300 - (40 * t)), Tracks.BlobAt(700, 200 + Math.Min(50, 60 * t))]));
    }

    [Fact]
    public void Nothing_begins_where_it_may_not_and_nothing_that_is_too_large()
    {
        Assert.Empty(Run(80, t => [Falling(t, 1, 300, 40, 500, until: 700)], blob => blob.X > 400));
        Assert.Empty(Run(80, t => t < 1 ? [] : [Tracks.BlobAt(300, 100 + (250 * (t - 1) * (t - 1)), side: 91)]));
    }

    [Fact]
    public void Finishing_ends_what_is_still_followed_and_nothing_is_told_twice()
    {
        Feed(40, t => [Falling(t, 1, 300, 40, 500, until: 700)], _ => true, []);

        var tracks = _tracker.Finish().Select(track => track.Points[^1].Frame).ToArray();

        Assert.Contains(39, tracks);
        Assert.Empty(_tracker.Finish());
    }

    [Fact]
    public void Told_tracks_are_used_again_and_their_number_is_bounded()
    {
        var random = new Random(8);
        for (var frame = 0; frame < 200; frame++)
        {
            var blobs = Enumerable.Range(0, BlobFinder.Most).Select(_ => Tracks.BlobAt(random.Next(1280), random.Next(720), 4)).ToArray();
            Assert.InRange(_tracker.Take(frame, Tracks.TimeOf(frame), blobs, _ => true).Count, 0, 384);
        }

        Assert.InRange(_tracker.Finish().Count, 0, 384);

        // After the flood there is room again.
        List<List<FallPoint>> tracks = [];
        for (var frame = 200; frame < 280; frame++)
        {
            Blob[] blobs = [Falling(Tracks.TimeOf(frame).TotalSeconds, 9, 300, 40, 500, until: 700)];
            tracks.AddRange(_tracker.Take(frame, Tracks.TimeOf(frame), blobs[0].Y < 0 ? [] : blobs, _ => true).Select(track => track.Points.ToList()));
        }

        Assert.Contains(tracks, points => points.Count > 20 && points[^1].Y > 600);
    }

    [Fact]
    public void Frames_allocate_nothing_once_it_is_warm()
    {
        var random = new Random(9);
        var frames = Enumerable.Range(0, 50).Select(_ => Enumerable.Range(0, 100).Select(_ => Tracks.BlobAt(random.Next(1280), random.Next(720), 4)).ToArray()).ToArray();
        Func<Blob, bool> mayBegin = _ => true;
        var frame = 0;
        for (; frame < 600; frame++)
        {
            _tracker.Take(frame, Tracks.TimeOf(frame), frames[frame % 50], mayBegin);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (; frame < 700; frame++)
        {
            _tracker.Take(frame, Tracks.TimeOf(frame), frames[frame % 50], mayBegin);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    private static Blob Falling(double t, double from, double x, double y, double acceleration, double until)
    {
        var row = y + (acceleration / 2 * (t - from) * (t - from));
        return t < from || row > until ? Tracks.BlobAt(-1, -1) : Tracks.BlobAt(x, row);
    }

    /// <summary>A box of 24 x 40: whole, then its lower part, or two strips of it, by turns, then whole again.</summary>
    private static Blob[] InParts(Blob centre, int frame) => centre.Y < 0 ? [] : (frame is < 14 or > 28, frame % 2) switch
    {
        (true, _) => [centre with { Width = 24, Height = 40, Area = 900 }],
        (_, 0) => [centre with { Y = centre.Y + 9, Width = 22, Height = 22, Area = 400 }],
        _ => [centre with { Y = centre.Y - 14, Width = 16, Height = 12, Area = 150 }, centre with { Y = centre.Y + 16, Width = 12, Height = 8, Area = 80 }],
    };

    private static Seen Longest(List<Seen> tracks) => tracks.MaxBy(track => track.Points.Count)!;

    private List<Seen> Run(int frames, Func<double, Blob[]> blobs, Func<Blob, bool>? mayBegin = null)
    {
        List<Seen> tracks = [];
        Feed(frames, blobs, mayBegin ?? (_ => true), tracks);
        tracks.AddRange(_tracker.Finish().Select(track => new Seen([.. track.Points])));
        return tracks;
    }

    private void Feed(int frames, Func<double, Blob[]> blobs, Func<Blob, bool> mayBegin, List<Seen> tracks)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            var seen = blobs(Tracks.TimeOf(frame).TotalSeconds).Where(blob => blob.Y >= 0).ToArray();
            tracks.AddRange(_tracker.Take(frame, Tracks.TimeOf(frame), seen, mayBegin).Select(track => new Seen([.. track.Points])));
        }
    }

    private sealed record Seen(List<FallPoint> Points);
}
