using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

/// <summary>What the arm does on orders, and at a fire.</summary>
public sealed class BarrierOrderTests : BarrierStory
{
    [Fact]
    public void Relay_is_pulled_for_its_pulse_and_then_let_go()
    {
        Down();
        Raise(0);
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), Barrier.Relays);
        Until(0.49);
        Assert.True(Barrier.Relays.Up);
        Until(0.5);
        Assert.Equal(RelayLevels.Released, Barrier.Relays);
    }

    [Fact]
    public void Held_relay_is_let_go_when_the_arm_arrives()
    {
        WithLimits(held: true);
        Raise(0);
        Limit(up: false, active: false, 0.3);
        Until(2);
        Assert.True(Barrier.Relays.Up);
        Limit(up: true, active: true, 2.1);
        Assert.Equal(RelayLevels.Released, Barrier.Relays);
        Assert.Equal([(BarrierEvent.Raised, 2.1)], Seen);
    }

    [Fact]
    public void Order_to_lower_on_an_occupied_loop_waits_until_it_is_clear()
    {
        Down();
        Raise(0);
        Loop(occupied: true, 4);
        Assert.Equal(BarrierAnswer.WaitsUntilClear, Barrier.Lower(Duty, At(5)));
        Until(60);
        Assert.Equal(BarrierPosition.Up, Barrier.Position);
        Loop(occupied: false, 61);
        Until(63);
        Assert.Equal(BarrierPosition.Lowering, Barrier.Position);
    }

    [Fact]
    public void By_hand_nothing_closes_by_itself_and_an_unclear_order_is_refused()
    {
        Down();
        Assert.Equal(BarrierAnswer.Done, Barrier.SetMode(BarrierMode.Manual, Duty, At(0)));
        Raise(1);
        Until(1000);
        Assert.Equal(BarrierPosition.Up, Barrier.Position);
        Beam(interrupted: true, 1001);
        Assert.Equal(BarrierAnswer.NotClear, Barrier.Lower(Duty, At(1002)));
        Beam(interrupted: false, 1003);
        Until(1100);
        Assert.Equal(BarrierPosition.Up, Barrier.Position);
        Assert.Equal(BarrierAnswer.Done, Barrier.Lower(Duty, At(1101)));
        Until(1105);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }

    [Fact]
    public void Fire_holds_the_arm_up_until_its_input_is_off_and_somebody_ends_it()
    {
        Down();
        Barrier.Fire(active: true, At(1));
        Until(500);
        Assert.True(Barrier.Relays.Up);
        Assert.Equal(BarrierAnswer.Fire, Barrier.Lower(Duty, At(501)));
        Assert.Equal(BarrierAnswer.Fire, Barrier.SetMode(BarrierMode.Automatic, Duty, At(502)));
        Barrier.Fire(active: false, At(503));
        Until(1000);
        Assert.Equal((BarrierMode.FireOverride, BarrierPosition.Up), (Barrier.Mode, Barrier.Position));
        Assert.Equal(BarrierAnswer.Done, Barrier.SetMode(BarrierMode.Automatic, Duty, At(1001)));
        Until(1010);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
        Assert.Equal(RelayLevels.Released, Barrier.Relays);
    }

    [Fact]
    public void Fire_turns_a_closing_arm_round()
    {
        Down();
        Raise(0);
        Until(21);
        Assert.Equal(BarrierPosition.Lowering, Barrier.Position);
        Barrier.Fire(active: true, At(21.5));
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), Barrier.Relays);
        Assert.Equal(BarrierPosition.Raising, Barrier.Position);
    }

    [Fact]
    public void Stop_holds_the_arm_until_the_next_order()
    {
        Barrier = Machine(new BarrierSettings { HasStop = true });
        Down();
        Raise(0);
        Assert.Equal(BarrierAnswer.Done, Barrier.Stop(Duty, At(1)));
        Assert.Equal(new RelayLevels(Up: false, Down: false, Stop: true), Barrier.Relays);
        Until(1000);
        Assert.Equal((RelayLevels.Released, BarrierPosition.Stopped), (Barrier.Relays, Barrier.Position));
        Raise(1001);
        Until(1100);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }

    [Fact]
    public void Stop_without_a_stop_relay_raises_a_lowering_arm()
    {
        Down();
        Raise(0);
        Until(21);
        Barrier.Stop(Duty, At(21));
        Until(1000);
        Assert.Equal(BarrierPosition.Up, Barrier.Position);
    }

    [Fact]
    public void Orders_go_on_record_with_who_gave_them_and_why()
    {
        Down();
        Barrier.Raise(Plate, At(0));
        Barrier.Advance(At(4));
        Assert.Equal(new BarrierChange(BarrierEvent.Raised, At(3), Plate), Assert.Single(Barrier.TakeChanges()));
        Barrier.SetMode(BarrierMode.HeldUp, Duty, At(5));
        Assert.Equal(new BarrierChange(BarrierEvent.ModeChanged, At(5), Duty), Assert.Single(Barrier.TakeChanges()));
    }
}
