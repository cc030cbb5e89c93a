using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Gallery;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Perception.Faces.Tracking;

namespace Gateway.Edge.Tests.Perception.Faces.Tracking;

public sealed class TrackVotesTests : IDisposable
{
    private readonly FaceGallery _gallery = new();
    private readonly TrackVotes _votes;

    public TrackVotesTests()
    {
        var options = new FaceOptions();
        _votes = new TrackVotes(options, new MatchPolicy(options));
    }

    [Fact]
    public void Resident_seen_badly_for_long_is_asked_to_come_closer_and_never_a_stranger()
    {
        Enrol(Axis(0));

        var verdicts = Settle(Like(0.45f, other: 1), frames: 40);

        Assert.Equal([FaceVerdict.PoorQuality], verdicts);
    }

    [Fact]
    public void Face_that_is_equally_like_two_residents_is_unclear_and_never_a_stranger()
    {
        // The face is the first axis: one twin at 0.60 of it, the other at 0.58.
        Enrol(Like(0.60f, other: 1));
        Enrol(Like(0.58f, other: 2));

        var verdicts = Settle(Axis(0), frames: 40);

        Assert.Equal([FaceVerdict.PoorQuality], verdicts);
    }

    [Fact]
    public void Face_that_is_like_nobody_is_a_stranger()
    {
        Enrol(Axis(0));

        Assert.Equal([FaceVerdict.Unknown], Settle(Like(0.30f, other: 1), frames: 40));
    }

    [Fact]
    public void Somebody_who_steps_into_a_residents_place_is_not_vouched_for_by_the_window()
    {
        Enrol(Axis(0));
        Assert.Equal([FaceVerdict.Known], Settle(Axis(0), frames: 12));
        Assert.True(_votes.LatestAgrees);

        var verdicts = Settle(Like(0.30f, other: 1), frames: 1);

        Assert.Equal([FaceVerdict.Known], verdicts);
        Assert.False(_votes.LatestAgrees);
    }

    public void Dispose() => _gallery.Dispose();

    private void Enrol(float[] template) => _gallery.Set(Guid.NewGuid(), [template]);

    /// <summary>The distinct verdicts while the same face is seen over and over.</summary>
    private HashSet<FaceVerdict> Settle(float[] face, int frames)
    {
        var verdicts = new HashSet<FaceVerdict>();
        for (var frame = 0; frame < frames; frame++)
        {
            _votes.Add(face, liveness: 1, _gallery);
            if (_votes.Settle(blinked: false) is { } verdict)
            {
                verdicts.Add(verdict);
            }
        }

        return verdicts;
    }

    private static float[] Axis(int axis)
    {
        var vector = new float[UnitVector.Length];
        vector[axis] = 1;
        return vector;
    }

    /// <summary>A face whose cosine to the first axis is given; the rest lies along another one.</summary>
    private static float[] Like(float cosine, int other)
    {
        var vector = Axis(0);
        (vector[0], vector[other]) = (cosine, MathF.Sqrt(1 - (cosine * cosine)));
        return vector;
    }
}
