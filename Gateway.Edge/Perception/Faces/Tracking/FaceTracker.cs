using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Tracking;

/// <summary>Joins the boxes of one frame to the tracks of earlier ones by overlap, nearest first. A fixed number of tracks; one thread at a time.</summary>
internal sealed class FaceTracker
{
    /// <summary>Overlap below which a box is another face, unless the centres stayed close: fast walkers leave their last box.</summary>
    private const float LeastOverlap = 0.25f;

    /// <summary>Centres closer than this share of the box's height are one face.</summary>
    private const float NearCentre = 0.6f;

    private readonly FaceOptions _options;
    private readonly FaceTrack[] _tracks;
    private long _lastId;

    public FaceTracker(FaceOptions options)
    {
        _options = options;
        var policy = new MatchPolicy(options);
        _tracks = [.. Enumerable.Range(0, options.MaxTracks).Select(_ => new FaceTrack(options, policy))];
    }

    /// <summary>All tracks; look at <see cref="FaceTrack.Active"/>.</summary>
    public ReadOnlySpan<FaceTrack> Tracks => _tracks;

    /// <summary>Updates the tracks with the boxes of a frame; ends those that were out of sight for too long. Largest new faces first.</summary>
    public void Update(Span<FaceBox> boxes, DateTimeOffset now)
    {
        foreach (var track in _tracks)
        {
            // A track from later than now is from before the clock was set back: its times mean nothing any more.
            if (track.Active && (now < track.LastSeen || now - track.LastSeen > _options.TrackTimeout))
            {
                track.End();
            }
        }

        boxes.Sort(static (one, other) => other.Box.Area.CompareTo(one.Box.Area));
        Span<bool> taken = stackalloc bool[boxes.Length];
        while (ClosestPair(boxes, taken, now) is (>= 0 and var track, var box))
        {
            taken[box] = true;
            _tracks[track].Move(boxes[box].Box, now);
        }

        for (var box = 0; box < boxes.Length; box++)
        {
            if (!taken[box] && Array.Find(_tracks, track => !track.Active) is { } free)
            {
                free.Begin(++_lastId, boxes[box].Box, now);
            }
        }
    }

    /// <summary>Ends a track's life and starts another at the same place: somebody else stepped into it.</summary>
    public void Restart(FaceTrack track, DateTimeOffset now) => track.Begin(++_lastId, track.Box, now);

    private (int Track, int Box) ClosestPair(ReadOnlySpan<FaceBox> boxes, ReadOnlySpan<bool> taken, DateTimeOffset now)
    {
        var (bestTrack, bestBox, best) = (-1, -1, 0f);
        for (var index = 0; index < _tracks.Length; index++)
        {
            var track = _tracks[index];
            if (!track.Active || track.LastSeen == now)
            {
                continue;
            }

            for (var box = 0; box < boxes.Length; box++)
            {
                var affinity = taken[box] ? 0 : Affinity(track.Box, boxes[box].Box);
                if (affinity > best)
                {
                    (bestTrack, bestBox, best) = (index, box, affinity);
                }
            }
        }

        return (bestTrack, bestBox);
    }

    private static float Affinity(PixelBox last, PixelBox now)
    {
        var overlap = last.Overlap(now);
        if (overlap >= LeastOverlap)
        {
            return 1 + overlap;
        }

        var (dx, dy) = (last.CentreX - now.CentreX, last.CentreY - now.CentreY);
        var distance = MathF.Sqrt((dx * dx) + (dy * dy)) / Math.Max(last.Height, now.Height);
        var sameSize = Math.Min(last.Height, now.Height) / Math.Max(last.Height, now.Height) > 0.6f;
        return sameSize && distance < NearCentre ? 1 - distance : 0;
    }
}
