using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>From frames to falls: what moves, how it moves on, whether gravity moves it, and whether it is one thing or two.</summary>
internal sealed class FallDetector : IFallDetector
{
    /// <summary>A better track of the same thing, or its mirror image, ends within this time or is not waited for.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(0.6);

    /// <summary>A fall whose mirror image, or whose thing, is still followed is told when that has ended too, but no later than so long after its own end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.7);

    /// <summary>Points from which on it is known how something moves.</summary>
    private const int Followed = 6;

    /// <summary>What has been told is remembered for as long as a track may last, so that what is left of it is not told again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(12);

    /// <summary>A picture that stood still for longer is another scene.</summary>
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    /// <summary>A fall does not make the place restless where it is seen: what moves counts after this time.</summary>
    private static readonly TimeSpan Restless = TimeSpan.FromSeconds(3.5);

    /// <summary>More tracks than this that came down of late are rain or snow; their count fades by this factor a frame, within about 20 s.</summary>
    private const double MostComing = 8;
    private const double Fading = 0.998;

    private const int MostWaiting = 40;

    /// <summary>Never added to.</summary>
    private static readonly List<Fall> s_none = [];

    private readonly FallView _view;
    private readonly IMotionFinder _motion;
    private readonly BlobTracker _tracker;
    private readonly BlobHistory _history = new();
    private readonly TrackPieces _pieces;
    private readonly FallJudge _judge;
    private readonly List<Candidate> _waiting = [];
    private readonly List<Candidate> _told = [];
    private readonly Func<Blob, bool> _mayBegin;
    private readonly RestlessMap _restless;
    private double _busy; // tracks that came down of late
    private long _frame;
    private long _calmUpTo; // first frame that has not yet been counted for what is restless
    private TimeSpan? _last;

    /// <param name="view">The camera.</param>
    /// <param name="settings">From where on something is a fall.</param>
    /// <param name="motion">What moves in its frames.</param>
    public FallDetector(FallView view, FallSettings settings, IMotionFinder motion)
    {
        (_view, _motion) = (view, motion);
        _restless = new RestlessMap(view.Width, view.Height);
        _mayBegin = blob => _restless.At(blob.X, blob.Y) < settings.MostRestless;
        _tracker = new BlobTracker(view.Height / 720.0, settings);
        _pieces = new TrackPieces(view.Height / 720.0);
        _judge = new FallJudge(view, settings);
    }

    /// <summary>Told of every track that came down and why it is no fall; for evaluations.</summary>
    public Action<IReadOnlyList<FallPoint>, FallRefusal>? Judged { get; set; }

    /// <summary>Frames that were passed over because their time did not go on.</summary>
    public long Duplicates { get; private set; }

    /// <inheritdoc/>
    public bool Blind => _motion.Disturbed;

    /// <inheritdoc/>
    public IReadOnlyList<Fall> Take(ReadOnlySpan<byte> luma, TimeSpan time)
    {
        if (_last is { } last && time <= last)
        {
            Duplicates++;
            return [];
        }

        var rested = _last is { } before && time - before > Break ? Finish() : [];
        _last = time;
        var blobs = _motion.Take(luma);
        _history.Add(time, blobs);
        for (; _calmUpTo <= _history.Newest && time - _history.TimeOf(_calmUpTo) > Restless; _calmUpTo++)
        {
            _restless.Add(_history.Of(_calmUpTo));
        }

        JudgeAll(_tracker.Take(_frame++, time, blobs, _mayBegin), time);
        return rested.Count > 0 ? rested : Settle(time);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Fall> Finish()
    {
        JudgeAll(_tracker.Finish(), _last ?? TimeSpan.Zero);
        var falls = Settle(_last ?? TimeSpan.Zero, ended: true);
        _told.Clear();
        _history.Clear();
        _pieces.Clear();
        _restless.Clear();
        _motion.Reset();
        (_frame, _calmUpTo, _busy, _last) = (0, 0, 0, null);
        return falls;
    }

    private void JudgeAll(IReadOnlyList<Track> tracks, TimeSpan time)
    {
        _busy *= Fading;
        for (var i = 0; i < tracks.Count; i++)
        {
            var isBusy = _busy++ > MostComing;
            if (!Judge(tracks[i].Points, isBusy, time) && !isBusy)
            {
                if (_pieces.Join(tracks[i].Points) is { } joined && !Judge(joined, isBusy, time))
                {
                    _pieces.Keep(joined);
                }

                _pieces.Keep(tracks[i].Points);
            }
        }
    }

    /// <summary>Whether it is a fall; then it waits to be told.</summary>
    private bool Judge(IReadOnlyList<FallPoint> track, bool isBusy, TimeSpan time)
    {
        var refusal = _judge.Judge(track, _history, _restless, isBusy, out var found);
        Judged?.Invoke(track, refusal);
        if (found is { } candidate)
        {
            Keep(candidate with { Since = time });
        }

        return found is not null;
    }

    private void Keep(Candidate candidate)
    {
        if (_waiting.Count < MostWaiting)
        {
            _waiting.Add(candidate);
        }
    }

    private List<Fall> Settle(TimeSpan now, bool ended = false)
    {
        if (_waiting.Count == 0 && _told.Count == 0)
        {
            return s_none;
        }

        for (var i = _told.Count - 1; i >= 0; i--)
        {
            if (now - _told[i].Fall.Ended > Remembered)
            {
                _told.RemoveAt(i);
            }
        }

        if (_waiting.Count == 0)
        {
            return s_none;
        }

        return Tell(now, ended);
    }

    private List<Fall> Tell(TimeSpan now, bool ended)
    {
        List<Fall>? falls = null;
        while (Best(now, ended) is { } best)
        {
            // All tracks of one thing are told as one; of what has been told already none.
            var chosen = MirroredBy(best) ?? best;
            var known = _told.Exists(told => SameFall.IsSame(told, best, _view) || SameFall.IsSame(told, chosen, _view));
            _waiting.RemoveAll(other => other == best || SameFall.IsSame(other, best, _view) || SameFall.IsSame(other, chosen, _view));
            _told.Add(chosen);
            _told.Add(best);
            if (!known)
            {
                (falls ??= []).Add(chosen.Fall);
            }
        }

        return falls ?? s_none;
    }

    /// <summary>The best of what waits, once something has waited for long enough.</summary>
    private Candidate? Best(TimeSpan now, bool ended) =>
        _waiting.Exists(candidate => ended || (now - candidate.Since >= Settles && !IsAwaited(candidate, now)))
            ? _waiting.Where(candidate => ended || !IsAwaited(candidate, now)).MaxBy(candidate => candidate.Worth)
            : null;

    /// <summary>Whether what is still followed may be its mirror image, or what it is the image of.</summary>
    private bool IsAwaited(Candidate candidate, TimeSpan now)
    {
        if (now - candidate.Fall.Ended < Patience)
        {
            foreach (var track in _tracker.Live)
            {
                if (track.Points.Count >= Followed && track.DownSpeed > 0 && MirrorImage.MayShow(candidate, track, _view))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What a track is the mirror image of, where that was seen well enough to be told instead.</summary>
    private Candidate? MirroredBy(Candidate image) =>
        _waiting.Find(other => other.Worth > 0.4 * image.Worth && SameFall.IsImage(image, other, _view));
}
