using Gateway.Cloud.Contract;

namespace Gateway.Edge.Perception.Faces;

/// <summary>The conclusion drawn from one tracked face. Perception knows pixels and opaque subject ids, never people.</summary>
/// <param name="Track">Id of the track, unique per watcher.</param>
/// <param name="Verdict">The conclusion.</param>
/// <param name="Subject">The gallery's subject; set when <see cref="FaceVerdict.Known"/>.</param>
/// <param name="Score">Best cosine similarity, -1..1.</param>
/// <param name="Margin">Best minus second-best subject.</param>
/// <param name="Liveness">Mean probability of a live face over the frames, 0..1.</param>
/// <param name="Frames">Agreeing frames.</param>
/// <param name="Embedding">Unit vector of 512, averaged over the agreeing frames; empty when quality never sufficed.</param>
/// <param name="Portrait">JPEG of the best view, with margin around the face.</param>
/// <param name="PortraitQuality">Quality of that view, 0..1.</param>
/// <param name="FirstSeen">Capture time of the track's first frame.</param>
/// <param name="DecidedAt">Capture time of the frame that settled it.</param>
/// <param name="DecisionMilliseconds">From the first usable frame to the verdict.</param>
/// <param name="Hint">For <see cref="FaceVerdict.PoorQuality"/> and <see cref="FaceVerdict.NotLive"/>: what the person can do.</param>
/// <param name="Again">True when the same track has been told with the same verdict before: it stays in view.</param>
internal sealed record FaceEvidence(
    long Track,
    FaceVerdict Verdict,
    Guid? Subject,
    float Score,
    float Margin,
    float Liveness,
    int Frames,
    float[] Embedding,
    byte[] Portrait,
    float PortraitQuality,
    DateTimeOffset FirstSeen,
    DateTimeOffset DecidedAt,
    double DecisionMilliseconds,
    LocalizedText? Hint,
    bool Again = false);
