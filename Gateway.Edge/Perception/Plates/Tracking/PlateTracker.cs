using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// Joins the plates of one frame to the vehicles of earlier ones, by what they say and by where they should be by now. A fixed number of
/// tracks; one thread at a time.
/// </summary>
internal sealed class PlateTracker
{
    /// <summary>A centre further than so many plate widths from where it should be is another plate's, unless the number is the same.</summary>
    private const float Reach = 0.9f;

    /// <summary>The same number counts as the same vehicle up to so many plate widths away.</summary>
    private const float ReachOfSame = 6;

    private const float LeastLikeness = 0.55f;

    private readonly PlateTrackingSettings _settings;
    private readonly PlateTrack[] _tracks;
    private readonly TrackNumbers _numbers;

    public PlateTracker(PlateTrackingSettings settings, TrackNumbers numbers)
    {
        (_settings, _numbers) = (settings, numbers);
        _tracks = [.. Enumerable.Range(0, settings.MaxTracks).Select(_ => new PlateTrack(settings))];
    }

    /// <summary>All tracks; look at <see cref="PlateTrack.Active"/>.</summary>
    public ReadOnlySpan<PlateTrack> Tracks => _tracks;

    /// <summary>True while any plate is followed.</summary>
    public bool Any => Array.Exists(_tracks, static track => track.Active);

    /// <summary>Ends the tracks that were out of sight for too long.</summary>
    public void Expire(DateTimeOffset now)
    {
        foreach (var track in _tracks)
        {
            // A track from later than now is from before the clock was set back: its times mean nothing any more.
            if (track.Active && (now < track.LastSeen || now - track.LastSeen > _settings.TrackTimeout))
            {
                track.End();
            }
        }
    }

    /// <summary>Takes what a frame shows: joins what fits, begins tracks for the rest, and for a vehicle that took another's place.</summary>
    /// <param name="readings">What it shows.</param>
    /// <param name="now">When.</param>
    /// <param name="close">The picture in which the boxes were measured at full size; null for those of a search.</param>
    public void Update(IReadOnlyList<PlateReading> readings, DateTimeOffset now, PixelBox? close = null)
    {
        Span<bool> taken = stackalloc bool[Math.Min(readings.Count, 64)];
        while (Closest(readings, taken, now) is (>= 0 and var index, var reading))
        {
            taken[reading] = true;
            var track = _tracks[index];
            track.Move(readings[reading], now, close);
            if (track.IsAnother)
            {
                track.Begin(_numbers.Next(), readings[reading], now);
            }
        }

        for (var reading = 0; reading < taken.Length; reading++)
        {
            if (!taken[reading] && Array.Find(_tracks, static track => !track.Active) is { } free)
            {
                free.Begin(_numbers.Next(), readings[reading], now);
            }
        }
    }

    private (int Track, int Reading) Closest(IReadOnlyList<PlateReading> readings, ReadOnlySpan<bool> taken, DateTimeOffset now)
    {
        var (bestTrack, bestReading, best) = (-1, -1, 0f);
        for (var index = 0; index < _tracks.Length; index++)
        {
            var track = _tracks[index];
            if (!track.Active || track.LastSeen == now)
            {
                continue;
            }

            var expected = track.Expected(now);
            for (var reading = 0; reading < taken.Length; reading++)
            {
                var affinity = taken[reading] ? 0 : Affinity(track, expected, readings[reading]);
                (bestTrack, bestReading, best) = affinity > best ? (index, reading, affinity) : (bestTrack, bestReading, best);
            }
        }

        return (bestTrack, bestReading);
    }

    private static float Affinity(PlateTrack track, PixelBox expected, PlateReading reading)
    {
        var (dx, dy) = (expected.CentreX - reading.Box.CentreX, expected.CentreY - reading.Box.CentreY);
        var distance = MathF.Sqrt((dx * dx) + (dy * dy)) / Math.Max(expected.Width, reading.Box.Width);
        if (track.Votes.Number is { } number && reading.Number == number)
        {
            return distance < ReachOfSame ? 2 - (distance / ReachOfSame) : 0;
        }

        var likeness = Math.Min(expected.Width, reading.Box.Width) / Math.Max(expected.Width, reading.Box.Width);
        return distance < Reach && likeness > LeastLikeness ? 1 - (distance / Reach) : 0;
    }
}
