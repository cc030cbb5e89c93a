using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Tests.Access.Decisions;

public sealed class PassageMachineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakePeople _people = new();
    private readonly AccessOptions _options = new();

    [Fact]
    public void Person_who_keeps_standing_there_is_answered_once()
    {
        var (machine, resident) = (NewMachine(), _people.Add("王*"));

        Assert.NotNull(machine.Answer(Recognised(resident, visit: 1, Noon)));
        Assert.Null(machine.Answer(Recognised(resident, visit: 1, Noon.AddSeconds(1))));
        Assert.Null(machine.Answer(Recognised(resident, visit: 2, Noon.AddSeconds(2))));
    }

    [Fact]
    public void Door_that_closed_before_anyone_passed_opens_again_for_the_same_person()
    {
        var (machine, resident) = (NewMachine(), _people.Add("王*"));
        machine.Answer(Recognised(resident, visit: 1, Noon));

        Assert.NotNull(machine.Answer(Recognised(resident, visit: 1, Noon + _options.RepeatAfterOpening)));
    }

    [Fact]
    public void Two_people_in_a_row_are_both_answered()
    {
        var machine = NewMachine();

        Assert.True(machine.Answer(Recognised(_people.Add("王*"), visit: 1, Noon))!.Opens);
        Assert.True(machine.Answer(Recognised(_people.Add("李*"), visit: 2, Noon))!.Opens);
    }

    [Fact]
    public void Refusal_of_one_visit_does_not_silence_the_next()
    {
        var machine = NewMachine();

        Assert.NotNull(machine.Answer(Unrecognised(visit: 1, Noon)));
        Assert.Null(machine.Answer(Unrecognised(visit: 1, Noon.AddSeconds(3))));
        Assert.NotNull(machine.Answer(Unrecognised(visit: 2, Noon.AddSeconds(3))));
    }

    [Fact]
    public void Visit_refused_as_unclear_opens_as_soon_as_the_face_is_clear()
    {
        var (machine, resident) = (NewMachine(), _people.Add("王*"));
        machine.Answer(Unrecognised(visit: 1, Noon) with { Kind = ClaimKind.Unclear });

        Assert.True(machine.Answer(Recognised(resident, visit: 1, Noon.AddSeconds(1)))!.Opens);
    }

    [Fact]
    public void Answer_leaves_the_display_after_its_time()
    {
        var (machine, resident) = (NewMachine(), _people.Add("王*"));
        machine.Answer(Recognised(resident, visit: 1, Noon));
        Assert.Equal(GatePhase.Open, machine.Phase);

        machine.Tick(Noon + _options.WelcomeFor);

        Assert.Equal(GatePhase.Idle, machine.Phase);
        Assert.Null(machine.Showing);
    }

    [Fact]
    public void Door_fault_turns_the_welcome_into_a_refusal_and_lets_the_person_try_again()
    {
        var (machine, resident) = (NewMachine(), _people.Add("王*"));
        var claim = Recognised(resident, visit: 1, Noon);
        machine.Answer(claim);

        var refused = machine.DoorFailed(claim);

        Assert.Equal(RefusalCause.GateFault, refused.Cause);
        Assert.Equal(GatePhase.Refused, machine.Phase);
        Assert.NotNull(machine.Answer(claim with { At = Noon.AddSeconds(1) }));
    }

    [Fact]
    public void Clock_set_back_neither_silences_the_gate_nor_holds_its_display()
    {
        var (machine, resident) = (NewMachine(), _people.Add("王*"));
        machine.Answer(Recognised(resident, visit: 1, Noon));

        machine.Tick(Noon.AddHours(-2));

        Assert.Equal((GatePhase.Idle, null), (machine.Phase, machine.Showing));
        Assert.NotNull(machine.Answer(Recognised(resident, visit: 1, Noon.AddHours(-2))));
        Assert.Null(machine.Answer(Recognised(resident, visit: 1, Noon.AddHours(-2).AddSeconds(1))));
    }

    [Fact]
    public void Withdrawn_resident_who_stands_there_is_refused_at_once()
    {
        var (machine, resident) = (NewMachine(), _people.Add("王*"));
        machine.Answer(Recognised(resident, visit: 1, Noon));
        _people.Forget(resident);

        Assert.False(machine.Answer(Recognised(resident, visit: 1, Noon.AddSeconds(1)))!.Opens);
    }

    private PassageMachine NewMachine() => new(_people, _options, static () => GateScene.Plain);

    private static IdentityClaim Recognised(KnownPerson person, long visit, DateTimeOffset at) =>
        new("face", ClaimKind.Recognised, person.Id, 0.7, visit, Hint: null, at);

    private static IdentityClaim Unrecognised(long visit, DateTimeOffset at) =>
        new("face", ClaimKind.Unrecognised, Subject: null, 0.2, visit, Hint: null, at);
}
