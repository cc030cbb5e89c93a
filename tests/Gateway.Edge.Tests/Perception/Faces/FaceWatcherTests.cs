using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Gallery;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Tests.Perception.Faces;

public sealed class FaceWatcherTests : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _time = new();
    private readonly FaceGallery _gallery = new();

    // Photographs are no living faces: what is tested here is who is seen, so liveness is not asked for unless the test says so.
    private readonly FaceOptions _options = new() { LivenessThreshold = 0 };

    [Fact]
    public void Enrolled_face_is_known_once_and_stays_known_while_it_stays()
    {
        var subject = Enrol((0, 0), (0, 4));
        using var watcher = Watcher();

        var evidence = Play(watcher, 30, frame => FaceSheet.Scene().Paint(FaceSheet.Cut(0, 1), 400 + frame, 180));

        var known = Assert.Single(evidence);
        Assert.Equal(FaceVerdict.Known, known.Verdict);
        Assert.Equal(subject, known.Subject);
        Assert.True(known.Frames >= _options.KnownFrames);
        Assert.True(known.Score >= _options.MatchThreshold);
        Assert.InRange(UnitVector.Dot(known.Embedding, known.Embedding), 0.999f, 1.001f);
        Assert.True(known.Portrait.AsSpan().StartsWith(new byte[] { 0xFF, 0xD8 }));
        Assert.True(known.DecidedAt > known.FirstSeen);
    }

    [Fact]
    public void Known_face_that_stays_before_a_closed_door_is_told_again_after_the_set_time()
    {
        var subject = Enrol((0, 0), (0, 4));
        using var watcher = Watcher();

        _options.RepeatKnownAfter = TimeSpan.FromSeconds(2);
        var scene = FaceSheet.Scene().Paint(FaceSheet.Cut(0, 1), 400, 180);

        var evidence = Play(watcher, 60, _ => scene);

        Assert.Equal(3, evidence.Count);
        Assert.All(evidence, one => Assert.Equal((FaceVerdict.Known, subject, evidence[0].Track), (one.Verdict, one.Subject!.Value, one.Track)));
        Assert.All(evidence.Zip(evidence.Skip(1)), pair => Assert.InRange(pair.Second.DecidedAt - pair.First.DecidedAt, _options.RepeatKnownAfter, TimeSpan.FromSeconds(3.5)));
    }

    [Fact]
    public void Somebody_like_a_resident_who_steps_into_the_residents_place_is_not_let_in_again()
    {
        var subject = Enrol((0, 0), (0, 4));
        _options.RepeatKnownAfter = TimeSpan.FromSeconds(2);
        using var watcher = Watcher();
        var resident = FaceSheet.Cut(0, 1);
        var other = FaceSheet.Cut(2, 11);
        // Near enough to the resident to stay in the track, too far to be the resident.
        var alike = Enumerable.Range(1, 19)
            .Select(step => FaceSheet.Between(resident, other, step / 20f))
            .First(face => _gallery.Search(FaceEmbedding.Of(face)).Score < 0.45f);
        Assert.True(UnitVector.Cosine(FaceEmbedding.Of(alike), FaceEmbedding.Of(resident)) > 0.3f);

        var evidence = Play(watcher, 50, frame => FaceSheet.Scene().Paint(frame < 8 ? resident : alike, 400, 180));

        Assert.Equal((FaceVerdict.Known, subject), (Assert.Single(evidence).Verdict, evidence[0].Subject!.Value));
    }

    [Fact]
    public void Stranger_is_unknown_once_with_a_portrait()
    {
        Enrol((0, 0), (0, 4));
        using var watcher = Watcher();

        var evidence = Play(watcher, 30, frame => FaceSheet.Scene().Paint(FaceSheet.Cut(2, 11), 500 - frame, 150));

        var unknown = Assert.Single(evidence);
        Assert.Equal(FaceVerdict.Unknown, unknown.Verdict);
        Assert.Null(unknown.Subject);
        Assert.True(unknown.Frames >= _options.UnknownFrames);
        Assert.NotEmpty(unknown.Portrait);
    }

    [Fact]
    public void Stranger_who_stays_is_told_again_after_the_set_time_as_the_same_one()
    {
        Enrol((0, 0), (0, 4));
        _options.RepeatUnknownAfter = TimeSpan.FromSeconds(2);
        using var watcher = Watcher();
        var scene = FaceSheet.Scene().Paint(FaceSheet.Cut(2, 11), 500, 150);

        var evidence = Play(watcher, 60, _ => scene);

        Assert.True(evidence.Count is 2 or 3, $"told {evidence.Count} times");
        Assert.All(evidence, one => Assert.Equal((FaceVerdict.Unknown, evidence[0].Track), (one.Verdict, one.Track)));
        Assert.Equal([false, .. Enumerable.Repeat(true, evidence.Count - 1)], evidence.Select(one => one.Again));
        Assert.All(evidence.Zip(evidence.Skip(1)), pair => Assert.True(pair.Second.DecidedAt - pair.First.DecidedAt >= _options.RepeatUnknownAfter));
    }

    [Fact]
    public void Withdrawn_resident_is_unknown_again()
    {
        var subject = Enrol((0, 0), (0, 4));
        using var watcher = Watcher();
        BgrImage Scene(int frame) => FaceSheet.Scene().Paint(FaceSheet.Cut(0, 1), 400 + frame, 180);
        Assert.Equal(FaceVerdict.Known, Assert.Single(Play(watcher, 10, Scene)).Verdict);

        Assert.True(_gallery.Remove(subject));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(FaceVerdict.Unknown, Assert.Single(Play(watcher, 20, Scene)).Verdict);
    }

    [Fact]
    public void Two_people_in_one_picture_are_told_apart()
    {
        var subject = Enrol((0, 0), (0, 4));
        using var watcher = Watcher();

        var evidence = Play(watcher, 15, _ => FaceSheet.Scene().Paint(FaceSheet.Cut(0, 1), 150, 180).Paint(FaceSheet.Cut(2, 11), 750, 180));

        Assert.Equal(2, evidence.Count);
        Assert.Equal(2, evidence.Select(one => one.Track).Distinct().Count());
        Assert.Equal(subject, Assert.Single(evidence, one => one.Verdict == FaceVerdict.Known).Subject);
        Assert.Single(evidence, one => one.Verdict == FaceVerdict.Unknown);
    }

    [Fact]
    public void Whoever_steps_into_the_place_of_a_known_face_is_judged_anew()
    {
        Enrol((0, 0), (0, 4));
        using var watcher = Watcher();

        var evidence = Play(watcher, 40, frame => FaceSheet.Scene().Paint(frame < 15 ? FaceSheet.Cut(0, 1) : FaceSheet.Cut(2, 11), 400, 180));

        Assert.Equal([FaceVerdict.Known, FaceVerdict.Unknown], evidence.Select(one => one.Verdict));
        Assert.NotEqual(evidence[0].Track, evidence[1].Track);
    }

    [Fact]
    public void Face_too_far_away_is_told_to_come_closer_and_is_known_when_it_does()
    {
        var subject = Enrol((0, 0), (0, 4));
        using var watcher = Watcher();

        // The face's centre stays where it is while it grows, as that of a person walking up to the camera.
        var evidence = Play(watcher, 60, frame =>
        {
            var side = frame < 35 ? 64 : Math.Min(64 + ((frame - 35) * 20), 320);
            return FaceSheet.Scene().Paint(FaceSheet.Cut(0, 1, side), 640 - (side / 2), 340 - (side / 2));
        });

        Assert.Equal([FaceVerdict.PoorQuality, FaceVerdict.Known], evidence.Select(one => one.Verdict));
        Assert.Equal(evidence[0].Track, evidence[1].Track);
        Assert.Contains("closer", evidence[0].Hint!.En, StringComparison.Ordinal);
        Assert.Contains("靠近", evidence[0].Hint!.Zh, StringComparison.Ordinal);
        Assert.Empty(evidence[0].Embedding);
        Assert.Equal(subject, evidence[1].Subject);
    }

    [Fact]
    public void Face_that_never_seems_alive_is_refused_with_a_hint()
    {
        Enrol((0, 0), (0, 4));
        _options.LivenessThreshold = 1;
        using var watcher = Watcher();

        var evidence = Play(watcher, 20, _ => FaceSheet.Scene().Paint(FaceSheet.Cut(0, 1), 400, 180));

        var refused = Assert.Single(evidence);
        Assert.Equal(FaceVerdict.NotLive, refused.Verdict);
        Assert.Null(refused.Subject);
        Assert.NotNull(refused.Hint);
    }

    [Fact]
    public void Empty_scene_says_nothing()
    {
        using var watcher = Watcher();

        Assert.Empty(Play(watcher, 5, _ => FaceSheet.Scene()));
    }

    [Fact]
    public void Steady_scene_costs_no_memory_per_frame()
    {
        Enrol((0, 0), (0, 4));
        using var watcher = Watcher();
        var scene = FaceSheet.Scene().Paint(FaceSheet.Cut(2, 11), 400, 180);
        Play(watcher, 20, _ => scene);

        // The least of three rounds: a collection that other tests cause may empty the shared pools in one of them.
        var perFrame = Enumerable.Range(0, 3).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Play(watcher, 20, _ => scene);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 20;
        });

        // A picture is 2.7 MB; what remains is this test's own list and the clock.
        Assert.InRange(perFrame, 0, 512);
    }

    public void Dispose() => _gallery.Dispose();

    private FaceWatcher Watcher() => new(FaceModels.Reader(), _gallery, _options, _time);

    private Guid Enrol(params (int Row, int Column)[] faces)
    {
        var subject = Guid.NewGuid();
        _gallery.Set(subject, [.. faces.Select(face => new ReadOnlyMemory<float>(FaceEmbedding.Of(FaceSheet.Cut(face.Row, face.Column))))]);
        return subject;
    }

    private List<FaceEvidence> Play(FaceWatcher watcher, int frames, Func<int, BgrImage> scene)
    {
        var evidence = new List<FaceEvidence>();
        for (var frame = 0; frame < frames; frame++)
        {
            _time.Advance(Frame);
            evidence.AddRange(watcher.Look(scene(frame), _time.GetUtcNow()));
        }

        return evidence;
    }
}
