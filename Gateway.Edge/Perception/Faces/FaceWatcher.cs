using Gateway.Cloud.Contract;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Faces.Quality;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Perception.Faces.Tracking;

namespace Gateway.Edge.Perception.Faces;

/// <summary>
/// Follows the faces of one camera. A track speaks once; again only when its verdict changes: from poor quality to anything, from unknown or not
/// live to known. A known face is looked at again every second, so that whoever steps into its place is a new track, and is told again as long as
/// it stays; so is an unknown one, less often.
/// </summary>
internal sealed class FaceWatcher : IFaceWatcher, IDisposable
{
    /// <summary>How often a settled face is read again.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(1);

    /// <summary>Cosine to the track's mean below which it is another person; the same person in two frames of a second stays far above.</summary>
    private const float AnotherPerson = 0.25f;

    /// <summary>Yaw up to which the eyes' openness can be measured.</summary>
    private const float FrontalDegrees = 20;

    private readonly FaceReader _reader;
    private readonly FaceSearch _search;
    private readonly FaceTracker _tracker;
    private readonly IFaceGallery _gallery;
    private readonly FaceOptions _options;
    private readonly QualityGate _gate;
    private readonly TimeProvider _time;
    private readonly float[] _embedding = new float[UnitVector.Length];

    public FaceWatcher(FaceReader reader, IFaceGallery gallery, FaceOptions options, TimeProvider time)
    {
        (_reader, _gallery, _options, _time) = (reader, gallery, options, time);
        _search = new FaceSearch(reader, options);
        _tracker = new FaceTracker(options);
        _gate = QualityGate.ForPassing(options);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FaceEvidence> Look(BgrImage image, DateTimeOffset capturedAt)
    {
        var started = _time.GetTimestamp();
        _tracker.Update(_search.Look(image), capturedAt);
        List<FaceEvidence>? settled = null;
        foreach (var track in _tracker.Tracks)
        {
            if (track.Active && track.LastSeen == capturedAt && Follow(image, track, capturedAt) is { } verdict)
            {
                var again = track.Told == verdict;
                track.Tell(verdict, capturedAt);
                (settled ??= []).Add(Evidence(track, verdict, capturedAt, started) with { Again = again });
            }
        }

        return settled is null ? [] : settled;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var track in _tracker.Tracks)
        {
            track.End();
        }

        _reader.Dispose();
    }

    /// <summary>Looks at one face; the verdict it settles now, or null.</summary>
    private FaceVerdict? Follow(BgrImage image, FaceTrack track, DateTimeOffset now)
    {
        var settled = track.Told is FaceVerdict.Known or FaceVerdict.Unknown or FaceVerdict.NotLive;
        if (settled && now - track.LastRead < Recheck && track.Told == FaceVerdict.Known)
        {
            return null;
        }

        var quality = _reader.Read(image, track.Box);
        var fault = _gate.Judge(quality);
        if (fault is not QualityFault.None || !_reader.Embed(_embedding))
        {
            track.Portrait.Offer(image, track.Box, quality.Score * 0.5f);
            track.AddFault(fault);
            return track.Told is null && track.Votes.Frames == 0 && now - track.FirstSeen >= _options.PoorQualityAfter
                ? FaceVerdict.PoorQuality
                : null;
        }

        if (track.Votes.Frames > 0 && UnitVector.Cosine(track.Votes.Mean, _embedding) < AnotherPerson)
        {
            _tracker.Restart(track, now);
        }

        track.MarkRead(now);
        track.Portrait.Offer(image, track.Box, quality.Score);
        if (Math.Abs(quality.Yaw) < FrontalDegrees)
        {
            track.Blinks.Add(_reader.Shape.EyeOpenness);
        }

        track.Votes.Add(_embedding, _reader.Liveness(image, track.Box), _gallery);
        var verdict = track.Votes.Settle(track.Blinks.Blinked);
        return Allowed(track.Told, verdict) || IsDueAgain(track, verdict, now) ? verdict : null;
    }

    // The window alone would open the door again for whoever steps into the place of a resident and resembles him a little.
    private bool IsDueAgain(FaceTrack track, FaceVerdict? verdict, DateTimeOffset now) =>
        (track.Told, verdict) switch
        {
            (FaceVerdict.Known, FaceVerdict.Known) => now - track.ToldAt >= _options.RepeatKnownAfter && track.Votes.LatestAgrees,
            (FaceVerdict.Unknown, FaceVerdict.Unknown) => now - track.ToldAt >= _options.RepeatUnknownAfter,
            _ => false,
        };

    private static bool Allowed(FaceVerdict? told, FaceVerdict? verdict) => (told, verdict) switch
    {
        (_, null) => false,
        (null, _) => true,
        (FaceVerdict.PoorQuality, not FaceVerdict.PoorQuality) => true,
        (FaceVerdict.Unknown, FaceVerdict.Known) => true,
        (FaceVerdict.NotLive, FaceVerdict.Known or FaceVerdict.Unknown) => true,
        _ => false,
    };

    private FaceEvidence Evidence(FaceTrack track, FaceVerdict verdict, DateTimeOffset now, long started)
    {
        var votes = track.Votes;
        var match = votes.MeanMatch;
        var empty = votes.Frames == 0;
        return new FaceEvidence(
            track.Id,
            verdict,
            verdict == FaceVerdict.Known ? match.Subject : null,
            empty ? -1 : match.Score,
            empty ? 0 : match.Score - match.RunnerUp,
            votes.Liveness,
            empty ? 0 : votes.Supporting(verdict),
            empty ? [] : votes.Mean.ToArray(),
            track.Portrait.Encode(),
            track.Portrait.Quality,
            track.FirstSeen,
            now,
            (now - (track.FirstUsable ?? track.FirstSeen)).TotalMilliseconds + _time.GetElapsedTime(started).TotalMilliseconds,
            Hint(track, verdict));
    }

    private static LocalizedText? Hint(FaceTrack track, FaceVerdict verdict) => verdict switch
    {
        FaceVerdict.NotLive => FaceHints.NotLive,
        FaceVerdict.PoorQuality => track.Votes.Frames > 0 ? FaceHints.Doubtful : FaceHints.For(track.MainFault),
        _ => null,
    };
}
