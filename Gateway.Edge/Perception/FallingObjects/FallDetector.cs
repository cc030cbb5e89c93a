using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>From frames to falls: what moves, how it moves on, whether gravity moves it, and whether it is one thing or two.</summary>
internal sealed class FallDetector : IFallDetector
{
    /// <summary>A better track of the same thing, or its mirror image, ends within this time or is not waited for.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(0.6);

    /// <summary>What has been told is remembered for so long, so that what is left of it is not told again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    /// <summary>A picture that stood still for longer is another scene.</summary>
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    /// <summary>Never added to.</summary>
    private static readonly List<Fall> s_none = [];

    private readonly FallView _view;
    private readonly IMotionFinder _motion;
    private readonly BlobTracker _tracker;
    private readonly BlobHistory _history = new();
    private readonly FallJudge _judge;
    private readonly List<Candidate> _waiting = [];
    private readonly List<Candidate> _told = [];
    private readonly Func<Blob, bool> _mayBegin;
    private long _frame;
    private TimeSpan? _last;

    /// <param name="view">The camera.</param>
    /// <param name="settings">From where on something is a fall.</param>
    /// <param name="motion">What moves in its frames.</param>
    /// <param name="mayBegin">Whether a thing may be seen for the first time there; null for everywhere.</param>
    public FallDetector(FallView view, FallSettings settings, IMotionFinder motion, Func<Blob, bool>? mayBegin = null)
    {
        (_view, _motion, _mayBegin) = (view, motion, mayBegin ?? (static _ => true));
        _tracker = new BlobTracker(view.Height / 720.0, settings);
        _judge = new FallJudge(view, settings);
    }

    /// <summary>Told of every track that came down and why it is no fall; for evaluations.</summary>
    public Action<IReadOnlyList<FallPoint>, FallRefusal>? Judged { get; set; }

    /// <summary>Frames that were passed over because their time did not go on.</summary>
    public long Duplicates { get; private set; }

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
        JudgeAll(_tracker.Take(_frame++, time, blobs, _mayBegin), time);
        return rested.Count > 0 ? rested : Settle(time);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Fall> Finish()
    {
        JudgeAll(_tracker.Finish(), _last ?? TimeSpan.Zero);
        var falls = Settle(TimeSpan.MaxValue);
        _told.Clear();
        _history.Clear();
        _motion.Reset();
        (_frame, _last) = (0, null);
        return falls;
    }

    private void JudgeAll(IReadOnlyList<Track> tracks, TimeSpan time)
    {
        for (var i = 0; i < tracks.Count; i++)
        {
            var refusal = _judge.Judge(tracks[i], _history, out var found);
            Judged?.Invoke(tracks[i].Points, refusal);
            if (found is { } candidate)
            {
                Keep(candidate with { Since = time });
            }
        }
    }

    /// <summary>Of all tracks of one thing the best is kept; of what has been told already none.</summary>
    private void Keep(Candidate candidate)
    {
        if (_told.Exists(told => SameFall.BetterOf(told, candidate, _view) is not null))
        {
            return;
        }

        for (var i = 0; i < _waiting.Count; i++)
        {
            if (SameFall.BetterOf(_waiting[i], candidate, _view) is { } better)
            {
                _waiting[i] = better;
                return;
            }
        }

        _waiting.Add(candidate);
    }

    private List<Fall> Settle(TimeSpan now)
    {
        if (_waiting.Count == 0 && _told.Count == 0)
        {
            return s_none;
        }

        _told.RemoveAll(told => now - told.Fall.Ended > Remembered);
        List<Fall>? falls = null;
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            if (now - _waiting[i].Since >= Settles)
            {
                (falls ??= []).Insert(0, _waiting[i].Fall);
                _told.Add(_waiting[i]);
                _waiting.RemoveAt(i);
            }
        }

        return falls ?? s_none;
    }
}
