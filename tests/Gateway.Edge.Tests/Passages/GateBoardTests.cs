using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Tests.Passages;

public sealed class GateBoardTests
{
    private static readonly DeviceId East = new("gate-east");
    private static readonly LocalizedText Name = new("东门", "East gate");
    private readonly FakeTimeProvider _clock = new();
    private readonly GateBoard _board;

    public GateBoardTests() => _board = new GateBoard(_clock);

    [Fact]
    public void End_of_one_persons_refusal_leaves_the_same_refusal_of_the_next()
    {
        var (first, second) = (Refusal(), Refusal());
        Assert.Equal(first, second);
        _board.Answer(first);
        _clock.Advance(TimeSpan.FromSeconds(3));
        _board.Answer(second);
        var changed = _board.Changed;

        _board.EndAnswer(first);

        Assert.NotNull(_board.Find(East));
        Assert.False(changed.IsCompleted);
        _board.EndAnswer(second);
        Assert.Null(_board.Find(East));
        Assert.True(changed.IsCompleted);
    }

    [Fact]
    public void Answer_keeps_the_time_since_when_it_stands()
    {
        var decision = new PassageDecision.UnknownPerson();
        var began = _clock.GetTimestamp();
        _board.Show(East, Name, GatePhase.Stranger, decision);
        _clock.Advance(TimeSpan.FromSeconds(4));
        _board.Show(East, Name, GatePhase.Stranger, decision);
        _board.Show(East, Name, GatePhase.Refused, decision);
        Assert.Equal((GatePhase.Refused, began), (_board.Find(East)!.Phase, _board.Find(East)!.Since));

        _board.Show(East, Name, GatePhase.Stranger, new PassageDecision.UnknownPerson());
        Assert.Equal(_clock.GetTimestamp(), _board.Find(East)!.Since);

        _clock.Advance(TimeSpan.FromSeconds(1));
        _board.Answer(Refusal());
        Assert.Equal(_clock.GetTimestamp(), _board.Find(East)!.Since);
    }

    [Fact]
    public void Gate_whose_loop_ends_shows_nothing_but_stays_released()
    {
        _board.Show(East, Name, GatePhase.Stranger, new PassageDecision.UnknownPerson());
        _board.Answer(Refusal());
        _board.Release(East, active: true);

        _board.Remove(East);

        Assert.Null(_board.Find(East));
        Assert.True(_board.IsReleased(East));
        _board.Release(East, active: false);
        Assert.False(_board.IsReleased(East));
    }

    // Made anew each time, equal by value, as two cards that nobody holds are answered.
    private static GateView Refusal() =>
        new(East, Name, GatePhase.Refused, new PassageDecision.Refused(RefusalCause.CardUnknown, PassageWords.OfPass(RefusalCause.CardUnknown)));
}
