using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

/// <summary>Arms that do not arrive or are moved by force, and inputs that cannot be right.</summary>
public sealed class BarrierFaultTests : BarrierStory
{
    [Fact]
    public void Loop_that_never_clears_is_told_once_and_the_arm_stays_up()
    {
        Down();
        Raise(0);
        Loop(occupied: true, 4);
        Until(5000);
        Assert.Single(Seen, seen => seen == (BarrierEvent.LoopStuck, 604));
        Assert.Equal((BarrierFault.LoopStuck, BarrierPosition.Up), (Barrier.Fault!.Value, Barrier.Position));
        Loop(occupied: false, 5001);
        Until(5020);
        Assert.Contains(Seen, seen => seen.Event == BarrierEvent.SensorRecovered);
        Assert.Null(Barrier.Fault);
    }

    [Fact]
    public void Beam_that_never_clears_is_told_and_the_arm_stays_up()
    {
        Down();
        Raise(0);
        Beam(interrupted: true, 4);
        Until(5000);
        Assert.Equal((BarrierFault.BeamStuck, BarrierPosition.Up), (Barrier.Fault!.Value, Barrier.Position));
    }

    [Fact]
    public void Arm_that_does_not_come_down_is_raised_and_does_not_try_again_by_itself()
    {
        WithLimits();
        Raise(0);
        Limit(up: false, active: false, 0.2);
        Limit(up: true, active: true, 2);
        Until(20.5);
        Limit(up: true, active: false, 20.6);
        Until(28);
        Assert.Equal(BarrierEvent.StuckLowering, Seen[^1].Event);
        Assert.True(Barrier.Relays.Up);
        Limit(up: true, active: true, 30);
        Until(1000);
        Assert.Equal((BarrierFault.StuckLowering, BarrierPosition.Up), (Barrier.Fault!.Value, Barrier.Position));
        Assert.Equal(BarrierAnswer.Done, Barrier.Lower(Duty, At(1001)));
        Limit(up: true, active: false, 1002);
        Limit(up: false, active: true, 1003);
        Assert.Null(Barrier.Fault);
    }

    [Fact]
    public void Arm_that_does_not_go_up_is_a_fault()
    {
        WithLimits();
        Raise(0);
        Until(8);
        Assert.Equal([(BarrierEvent.StuckRaising, 8)], Seen);
        Assert.Equal(BarrierFault.StuckRaising, Barrier.Fault);
        Assert.Equal(RelayLevels.Released, Barrier.Relays);
    }

    [Fact]
    public void Arm_that_arrived_while_nobody_looked_is_not_taken_for_a_stuck_one()
    {
        WithLimits();
        Raise(0);
        Limit(up: false, active: false, 0.2);
        Limit(up: true, active: true, 9);
        Assert.Equal(BarrierEvent.Raised, Seen[0].Event);
        Assert.DoesNotContain(Seen, seen => seen.Event == BarrierEvent.StuckRaising);
        Assert.Null(Barrier.Fault);
    }

    [Fact]
    public void Arm_lifted_by_hand_is_told_but_one_that_only_shakes_is_not()
    {
        WithLimits();
        Limit(up: false, active: false, 10);
        Limit(up: false, active: true, 10.5);
        Until(20);
        Assert.Empty(Seen);
        Limit(up: false, active: false, 30);
        Until(40);
        Assert.Equal([(BarrierEvent.Forced, 31)], Seen);
        Limit(up: false, active: true, 41);
        Assert.Null(Barrier.Fault);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }

    [Fact]
    public void Both_limit_switches_at_once_keep_the_arm_from_closing()
    {
        WithLimits();
        Raise(0);
        Limit(up: true, active: true, 2);
        Until(1000);
        Assert.Equal(BarrierFault.LimitsContradict, Barrier.Fault);
        Assert.NotEqual(BarrierPosition.Lowering, Barrier.Position);
        Assert.Equal(BarrierAnswer.WaitsUntilClear, Barrier.Lower(Duty, At(1001)));
        Assert.False(Barrier.Relays.Down);
    }

    [Fact]
    public void Unread_inputs_turn_a_closing_arm_round_and_keep_it_up()
    {
        Down();
        Raise(0);
        Until(21);
        Barrier.Watched(watched: false, At(21.5));
        Assert.True(Barrier.Relays.Up);
        Until(1000);
        Assert.Equal((BarrierFault.Blind, BarrierPosition.Up), (Barrier.Fault!.Value, Barrier.Position));
        Assert.Equal(BarrierAnswer.NotClear, Barrier.Lower(Duty, At(1001)));
        Barrier.Watched(watched: true, At(1002));
        Until(1010);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }
}
