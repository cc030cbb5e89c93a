using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>
/// Follows many things at once. A young track goes on with each of the blobs that suit it best, side by side, because speed is not known
/// yet; an older one with the best. Bounded in tracks and in their age. Not thread-safe; allocates nothing once it is warm.
/// </summary>
internal sealed class BlobTracker
{
    private const int MostTracks = 384;
    private const int Branches = 4;

    /// <summary>Seconds that a thing may be hidden: young tracks, then ones that have proved themselves.</summary>
    private const double HiddenYoung = 0.1;
    private const double HiddenOld = 0.36;

    private const int Proved = 6;
    private const double LongestSeconds = 10;

    private readonly double _scale;
    private readonly TrackGate _gate;
    private readonly int _leastPoints;
    private readonly double _leastDrop;
    private readonly List<Track> _live = new(MostTracks);
    private readonly Stack<Track> _spare = new(MostTracks);
    private readonly List<Track> _ended = [];
    private readonly Track?[] _claims = new Track?[512];

    /// <param name="scale">Rows of the picture / 720.</param>
    /// <param name="settings">Which tracks are worth telling.</param>
    public BlobTracker(double scale, FallSettings settings)
    {
        (_scale, _gate, _leastPoints, _leastDrop) = (scale, new TrackGate(scale), settings.LeastPoints, settings.LeastDrop * scale);
        for (var i = 0; i < MostTracks; i++)
        {
            _spare.Push(new Track());
        }
    }

    /// <summary>What is being followed; valid until the next frame.</summary>
    public IReadOnlyList<Track> Live => _live;

    /// <summary>Goes on with the blobs of a frame.</summary>
    /// <param name="frame">Its count.</param>
    /// <param name="time">Its time.</param>
    /// <param name="blobs">At most 512.</param>
    /// <param name="mayBegin">Whether something may be seen there for the first time.</param>
    /// <returns>Tracks that are over and came down far enough to be judged; valid until the next call.</returns>
    public IReadOnlyList<Track> Take(long frame, TimeSpan time, ReadOnlySpan<Blob> blobs, Func<Blob, bool> mayBegin)
    {
        Recycle();
        Array.Clear(_claims);
        var count = _live.Count;
        for (var i = 0; i < count; i++)
        {
            Continue(_live[i], frame, time, blobs);
        }

        Begin(frame, time, blobs, mayBegin);
        Sweep(time);
        return _ended;
    }

    /// <summary>Ends all tracks.</summary>
    public IReadOnlyList<Track> Finish()
    {
        Recycle();
        foreach (var track in _live)
        {
            End(track);
        }

        _live.Clear();
        return _ended;
    }

    private void Continue(Track track, long frame, TimeSpan time, ReadOnlySpan<Blob> blobs)
    {
        var seconds = (time - track.Last.Time).TotalSeconds;
        Span<int> best = stackalloc int[Branches];
        Span<double> misfits = stackalloc double[Branches];
        var wanted = track.Points.Count < 3 ? Branches : 1;
        var found = Candidates(track, seconds, blobs, best[..wanted], misfits[..wanted]);
        if (track.MayPart && JoinParts(track, frame, time, blobs, found > 0 ? misfits[0] : double.PositiveInfinity))
        {
            return;
        }

        for (var i = found - 1; i >= 0; i--)
        {
            // The best goes to the track itself, and comes last because the others copy its past.
            var heir = i == 0 ? track : Spare();
            if (heir is null)
            {
                continue;
            }

            if (i > 0)
            {
                heir.BeginAs(track);
                _live.Add(heir);
            }

            var blob = blobs[best[i]];
            heir.Add(new FallPoint(frame, time, blob.X, blob.Y, blob.Width, blob.Height), blob.Area, blob.Contrast);
            Claim(heir, best[i]);
        }
    }

    /// <summary>Goes on with all parts of a thing where they suit it better together than the best of them alone.</summary>
    private bool JoinParts(Track track, long frame, TimeSpan time, ReadOnlySpan<Blob> blobs, double single)
    {
        var seconds = (time - track.Last.Time).TotalSeconds;
        var (x, y) = track.Predict(seconds);
        var reach = _gate.ReachOf(track, seconds);
        if (!BlobParts.Join(blobs, x, y, track.Size, reach, out var joined) || _gate.Misfit(track, joined, seconds) >= single)
        {
            return false;
        }

        var size = track.Size;
        track.Add(new FallPoint(frame, time, joined.X, joined.Y, joined.Width, joined.Height), joined.Area, joined.Contrast);
        for (var b = 0; b < blobs.Length; b++)
        {
            if (BlobParts.Belongs(blobs[b], x, y, size, reach))
            {
                Claim(track, b);
            }
        }

        return true;
    }

    private int Candidates(Track track, double seconds, ReadOnlySpan<Blob> blobs, Span<int> best, Span<double> misfits)
    {
        var found = 0;
        for (var b = 0; b < blobs.Length; b++)
        {
            var misfit = _gate.Misfit(track, blobs[b], seconds);
            if (double.IsPositiveInfinity(misfit) || (found == best.Length && misfit >= misfits[found - 1]))
            {
                continue;
            }

            var at = found < best.Length ? found++ : found - 1;
            for (; at > 0 && misfits[at - 1] > misfit; at--)
            {
                (best[at], misfits[at]) = (best[at - 1], misfits[at - 1]);
            }

            (best[at], misfits[at]) = (b, misfit);
        }

        return found;
    }

    /// <summary>Of two tracks that have met, the one with the longer past lives on.</summary>
    private void Claim(Track track, int blob)
    {
        var other = _claims[blob];
        if (other is null || other == track)
        {
            _claims[blob] = track;
            return;
        }

        var same = track.Points.Count >= 3 && other.Points.Count >= 3 && track.Points[^2] == other.Points[^2];
        var stronger = track.Points.Count > other.Points.Count ? track : other;
        if (same)
        {
            (stronger == track ? other : track).Over = true;
        }

        _claims[blob] = stronger;
    }

    private void Begin(long frame, TimeSpan time, ReadOnlySpan<Blob> blobs, Func<Blob, bool> mayBegin)
    {
        var largest = 90 * _scale;
        for (var b = 0; b < blobs.Length; b++)
        {
            ref readonly var blob = ref blobs[b];
            if (_claims[b] is { Points.Count: >= Proved } || blob.Width > largest || blob.Height > largest || !mayBegin(blob) || Spare() is not { } track)
            {
                continue;
            }

            track.Begin(new FallPoint(frame, time, blob.X, blob.Y, blob.Width, blob.Height), blob.Area, blob.Contrast);
            _live.Add(track);
        }
    }

    private Track? Spare() => _spare.TryPop(out var track) ? track : null;

    private void Sweep(TimeSpan now)
    {
        var kept = 0;
        for (var i = 0; i < _live.Count; i++)
        {
            var track = _live[i];
            if (track.Over)
            {
                _spare.Push(track);
            }
            else if (IsLost(track, now))
            {
                End(track);
            }
            else
            {
                _live[kept++] = track;
            }
        }

        _live.RemoveRange(kept, _live.Count - kept);
    }

    private bool IsLost(Track track, TimeSpan now)
    {
        var (count, hidden, age) = (track.Points.Count, (now - track.Last.Time).TotalSeconds, (now - track.Points[0].Time).TotalSeconds);
        return hidden > (count < Proved ? HiddenYoung : HiddenOld)
            || age > LongestSeconds
            || (age > 0.6 && track.Drop < 3 * _scale)
            || (count >= 5 && track.DownSpeed < -300 * _scale);
    }

    private void End(Track track)
    {
        if (track.Points.Count >= _leastPoints && track.Lowest - track.Points[0].Y >= _leastDrop)
        {
            _ended.Add(track);
        }
        else
        {
            _spare.Push(track);
        }
    }

    private void Recycle()
    {
        foreach (var track in _ended)
        {
            _spare.Push(track);
        }

        _ended.Clear();
    }
}
