using Gateway.Edge.Perception.Faces.Quality;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Tracking;

/// <summary>One face followed from frame to frame. Objects are reused: <see cref="Begin"/> starts a new life.</summary>
internal sealed class FaceTrack(FaceOptions options, MatchPolicy policy)
{
    private readonly int[] _faults = new int[Enum.GetValues<QualityFault>().Length];

    /// <summary>Unique per watcher.</summary>
    public long Id { get; private set; }

    /// <summary>True while the face is followed.</summary>
    public bool Active { get; private set; }

    /// <summary>Where it was last seen.</summary>
    public PixelBox Box { get; private set; }

    public DateTimeOffset FirstSeen { get; private set; }

    public DateTimeOffset LastSeen { get; private set; }

    /// <summary>Capture time of the first good frame; null before.</summary>
    public DateTimeOffset? FirstUsable { get; private set; }

    /// <summary>When the face was last embedded.</summary>
    public DateTimeOffset LastRead { get; private set; }

    /// <summary>The verdict given last; null before the first.</summary>
    public FaceVerdict? Told { get; private set; }

    /// <summary>Capture time of the frame with which <see cref="Told"/> was given.</summary>
    public DateTimeOffset ToldAt { get; private set; }

    public TrackVotes Votes { get; } = new(options, policy);

    public PortraitKeeper Portrait { get; } = new();

    public BlinkWatch Blinks { get; } = new();

    /// <summary>The fault seen most often.</summary>
    public QualityFault MainFault => (QualityFault)Array.IndexOf(_faults, _faults.Max());

    /// <summary>Starts a new life.</summary>
    public void Begin(long id, PixelBox box, DateTimeOffset now)
    {
        End();
        (Id, Active, Box, FirstSeen, LastSeen, LastRead) = (id, true, box, now, now, DateTimeOffset.MinValue);
    }

    /// <summary>Seen again.</summary>
    public void Move(PixelBox box, DateTimeOffset now) => (Box, LastSeen) = (box, now);

    /// <summary>Counts a frame that was not good enough.</summary>
    public void AddFault(QualityFault fault) => _faults[(int)fault]++;

    /// <summary>Notes that a good frame was read.</summary>
    public void MarkRead(DateTimeOffset now)
    {
        FirstUsable ??= now;
        LastRead = now;
    }

    /// <summary>Notes the verdict that is being given.</summary>
    public void Tell(FaceVerdict verdict, DateTimeOffset now) => (Told, ToldAt) = (verdict, now);

    /// <summary>Forgets the face: embeddings and portrait are overwritten.</summary>
    public void End()
    {
        (Active, Told, FirstUsable) = (false, null, null);
        Array.Clear(_faults);
        Votes.Reset();
        Portrait.Reset();
        Blinks.Reset();
    }
}
