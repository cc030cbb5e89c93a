using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Tracking;

/// <summary>
/// What the good frames of one track say, over a sliding window. Frames vote singly, then their averaged embedding must say the same: single
/// frames guard against one face hiding behind the average of two, the average against luck.
/// </summary>
internal sealed class TrackVotes(FaceOptions options, MatchPolicy policy)
{
    private const int Window = 16;

    /// <summary>A probability weighs this much less once the eyes were seen to close and open.</summary>
    private const float BlinkRelief = 0.6f;

    /// <summary>A single frame may stay this far below the threshold that the average must reach.</summary>
    private const float FrameSlack = 0.05f;

    /// <summary>After this many times the frames of an unknown face, frames that contradict each other or stay doubtful are given up.</summary>
    private const int PatienceFactor = 3;

    private readonly GalleryMatch[] _matches = new GalleryMatch[Window];
    private readonly float[] _liveness = new float[Window];
    private readonly float[][] _embeddings = [.. Enumerable.Range(0, Window).Select(_ => new float[UnitVector.Length])];
    private readonly float[] _mean = new float[UnitVector.Length];
    private int _next;

    /// <summary>Good frames since the track began.</summary>
    public int Frames { get; private set; }

    /// <summary>Mean probability of a live face over the window, 0..1.</summary>
    public float Liveness { get; private set; }

    /// <summary>Unit vector averaged over the window.</summary>
    public ReadOnlySpan<float> Mean => _mean;

    /// <summary>Outcome of searching for <see cref="Mean"/>.</summary>
    public GalleryMatch MeanMatch { get; private set; }

    /// <summary>True when the last frame alone says what the average says: whoever stands there now is the person whom the window remembers.</summary>
    public bool LatestAgrees => Held > 0 && Agrees(_matches[(_next + Window - 1) % Window]);

    private int Held => Math.Min(Frames, Window);

    /// <summary>Forgets everything, overwriting the embeddings.</summary>
    public void Reset()
    {
        (Frames, _next, Liveness, MeanMatch) = (0, 0, 0, default);
        Array.ForEach(_embeddings, Array.Clear);
        Array.Clear(_mean);
    }

    /// <summary>Adds one good frame.</summary>
    public void Add(ReadOnlySpan<float> embedding, float liveness, IFaceGallery gallery)
    {
        embedding.CopyTo(_embeddings[_next]);
        _liveness[_next] = liveness;
        _matches[_next] = gallery.Search(embedding);
        _next = (_next + 1) % Window;
        Frames++;
        Liveness = Average(_liveness.AsSpan(0, Held));
        Array.Clear(_mean);
        for (var frame = 0; frame < Held; frame++)
        {
            var held = _embeddings[frame];
            for (var index = 0; index < _mean.Length; index++)
            {
                _mean[index] += held[index];
            }
        }

        UnitVector.Normalise(_mean);
        MeanMatch = gallery.Search(_mean);
    }

    /// <summary>What the frames agree on now; null while they do not.</summary>
    /// <param name="blinked">The eyes were seen to close and open.</param>
    public FaceVerdict? Settle(bool blinked)
    {
        var alive = Liveness >= options.LivenessThreshold * (blinked ? BlinkRelief : 1);
        var known = AgreeingOnMean() >= options.KnownFrames && policy.IsMatch(MeanMatch, 0);
        // However long a face stays doubtful, it may be a resident seen badly: such a visit ends as unclear, never as a stranger's.
        var unknown = Frames >= options.UnknownFrames && !policy.IsMatch(MeanMatch, 0) && Unmatched() >= options.UnknownFrames && !policy.IsDoubtful(MeanMatch);
        return (known, unknown, alive) switch
        {
            (true, _, true) => FaceVerdict.Known,
            (_, true, true) => FaceVerdict.Unknown,
            (_, _, false) when Frames >= options.NotLiveFrames => FaceVerdict.NotLive,
            (_, _, true) when Frames >= PatienceFactor * options.UnknownFrames => FaceVerdict.PoorQuality,
            _ => null,
        };
    }

    /// <summary>Frames in the window that support the verdict.</summary>
    public int Supporting(FaceVerdict verdict) => verdict switch
    {
        FaceVerdict.Known => AgreeingOnMean(),
        FaceVerdict.Unknown => Unmatched(),
        _ => Held,
    };

    private static float Average(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private int AgreeingOnMean()
    {
        var agreeing = 0;
        for (var frame = 0; frame < Held; frame++)
        {
            agreeing += Agrees(_matches[frame]) ? 1 : 0;
        }

        return agreeing;
    }

    private bool Agrees(in GalleryMatch match) => match.Subject == MeanMatch.Subject && policy.IsMatch(match, FrameSlack);

    private int Unmatched()
    {
        var unmatched = 0;
        for (var frame = 0; frame < Held; frame++)
        {
            unmatched += policy.IsMatch(_matches[frame], 0) ? 0 : 1;
        }

        return unmatched;
    }
}
