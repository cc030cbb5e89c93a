using System.Runtime.InteropServices;
using Gateway.Edge.Alerts.Strangers.Visits;

namespace Gateway.Edge.Tests.Alerts.Strangers.Visits;

public sealed class ReturningFacesTests : IDisposable
{
    private readonly VisitsFixture _fixture = new();

    [Fact]
    public void Four_visits_at_three_gates_share_one_label()
    {
        _fixture.Visit(1, "east");
        _fixture.Visit(1, "east", "west");
        _fixture.Visit(2, "east");
        _fixture.Visit(1, "west");
        _fixture.See(1, "north");

        var visit = _fixture.Newest;
        Assert.Equal(new Returns(4, 3), _fixture.Store.ReturnsOf(visit.Face!.Value));
        Assert.Equal(2, _fixture.Faces.All.Count);
        Assert.Equal(3, _fixture.Faces.Find(visit.Face)!.Visits);
        Assert.Equal(4, _fixture.Store.List(new()).Count(other => other.Face == visit.Face));
    }

    [Fact]
    public void Label_ends_with_its_time_however_often_its_face_returns_and_another_one_begins()
    {
        var first = _fixture.Visit(1, "east");
        var label = _fixture.Faces.Find(first.Face)!.Label;
        for (var day = 1; day < 7; day++)
        {
            _fixture.Clock.Advance(TimeSpan.FromHours(23));
            Assert.Equal(first.Face, _fixture.Visit(1, "east").Face);
        }

        _fixture.Clock.Advance(TimeSpan.FromHours(27));
        _fixture.Tick();
        Assert.Empty(_fixture.Faces.All);
        Assert.All(_fixture.Store.List(new()), visit => Assert.Null(visit.Face));

        var later = _fixture.Visit(1, "east");
        var anew = _fixture.Faces.Find(later.Face)!;
        Assert.NotEqual(first.Face, anew.Id);
        Assert.Equal(1, anew.Visits);
        Assert.Equal(FaceLabel.Length, label.Length);
    }

    [Fact]
    public void Face_and_label_are_unreadable_in_the_file_and_gone_from_it_when_their_time_is_over()
    {
        var visit = _fixture.Visit(1, "east");
        var face = _fixture.Faces.Find(visit.Face)!;
        var sealedFace = _fixture.SealedFace(face.Id);
        Assert.True(_fixture.FilesHold(face.Id.ToString()));
        Assert.True(_fixture.FilesHold(sealedFace.AsSpan(0, 64)));
        Assert.False(_fixture.FilesHold(MemoryMarshal.AsBytes(face.Embedding.Span)[..64]));
        Assert.False(_fixture.FilesHold(face.Label));

        _fixture.Clock.Advance(_fixture.Options.RememberFor);
        _fixture.Tick();

        Assert.False(_fixture.FilesHold(face.Id.ToString()));
        Assert.False(_fixture.FilesHold(sealedFace.AsSpan(0, 64)));
        Assert.False(_fixture.FilesHold(sealedFace.AsSpan(sealedFace.Length - 64)));
    }

    [Fact]
    public void Faces_survive_a_restart_and_those_whose_time_ended_meanwhile_do_not()
    {
        var before = _fixture.Visit(1, "east");
        _fixture.Restart();
        Assert.Equal(before.Face, _fixture.Visit(1, "west").Face);

        _fixture.Clock.Advance(_fixture.Options.RememberFor);
        _fixture.Restart();

        Assert.Empty(_fixture.Faces.All);
        Assert.False(_fixture.FilesHold(before.Face.ToString()!));
    }

    [Fact]
    public void Visit_that_ended_while_the_gateway_was_off_is_remembered_at_the_start()
    {
        _fixture.See(1);
        _fixture.Clock.Advance(TimeSpan.FromHours(2));
        _fixture.Restart();

        Assert.False(_fixture.Newest.Open);
        Assert.Equal(Assert.Single(_fixture.Faces.All).Id, _fixture.Newest.Face);
    }

    [Fact]
    public void Nothing_is_remembered_where_it_is_turned_off()
    {
        _fixture.Options.RememberFor = TimeSpan.Zero;

        Assert.Null(_fixture.Visit(1, "east").Face);
        Assert.Null(_fixture.Visit(1, "east").Face);
        Assert.Empty(_fixture.Store.Faces());
    }

    [Fact]
    public void Whoever_resembles_somebody_registered_is_never_remembered()
    {
        _fixture.Gallery.Set(Guid.NewGuid(), [Faces.Near(Faces.Unit(1), 0.7f, seed: 9)]);

        Assert.Null(_fixture.Visit(1, "east").Face);
        Assert.NotNull(_fixture.Visit(2, "east").Face);
    }

    [Fact]
    public void Enrolment_erases_the_face_with_its_label_and_what_links_the_visits()
    {
        var visit = _fixture.Visit(1, "east");
        var other = _fixture.Visit(2, "east");
        _fixture.See(1, "west");
        Assert.Equal(visit.Face, _fixture.Newest.Face);

        _fixture.Gallery.Set(Guid.NewGuid(), [Faces.Near(Faces.Unit(1), 0.7f, seed: 9)]);
        _fixture.Tick();

        Assert.Equal(other.Face, Assert.Single(_fixture.Faces.All).Id);
        Assert.Null(_fixture.Store.Find(visit.Id)!.Face);
        Assert.Null(_fixture.Newest.Face);
        Assert.False(_fixture.FilesHold(visit.Face.ToString()!));
        _fixture.Restart();
        Assert.Single(_fixture.Faces.All);
    }

    [Fact]
    public void Full_memory_forgets_whoever_was_seen_longest_ago()
    {
        _fixture.Options.RememberAtMost = 3;
        var first = _fixture.Visit(1, "east");
        _fixture.Visit(2, "east");
        _fixture.Visit(3, "east");
        _fixture.Visit(1, "east");
        _fixture.Visit(4, "east");

        Assert.Equal(3, _fixture.Faces.All.Count);
        Assert.NotNull(_fixture.Faces.Find(first.Face));
        Assert.Equal(3, _fixture.Store.Faces().Count);
        Assert.Equal(first.Face, _fixture.Visit(1, "east").Face);
    }

    [Fact]
    public void Face_from_the_future_is_dropped_because_the_clock_was_set_back()
    {
        _fixture.Visit(1, "east");
        _fixture.Faces.Forget(_fixture.Now - TimeSpan.FromDays(400));

        Assert.Empty(_fixture.Faces.All);
    }

    [Fact]
    public void Labels_are_two_letters_and_two_digits_that_nobody_mistakes()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 4_000; i++)
        {
            Assert.True(taken.Add(FaceLabel.Draw(taken)));
        }

        Assert.All(taken, label => Assert.Matches("^[ACDEFHJKMNPRTUVWXY]{2}[34679]{2}$", label));
        Assert.True(FaceLabel.Count > 8_000);
    }

    public void Dispose() => _fixture.Dispose();
}
