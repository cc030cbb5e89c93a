using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

public sealed class BarrierMachineTests
{
    private static readonly BarrierReason Plate = new("plate", new Wording("车牌已登记", "The plate is registered"));
    private static readonly BarrierReason Duty = new("console:duty", new Wording("人工操作", "By hand"));
    private readonly List<(BarrierEvent Event, double At)> _seen = [];
    private BarrierMachine _barrier = Machine(new BarrierSettings());

    [Fact]
    public void Vehicle_passes_and_the_arm_closes_behind_it()
    {
        Down();
        Raise(0);
        Pass(5, 8);
        Until(20);
        Assert.Equal([(BarrierEvent.Raised, 3), (BarrierEvent.Passed, 8.4), (BarrierEvent.Lowered, 13)], _seen);
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
    }

    [Fact]
    public void Arm_that_nobody_uses_closes_after_its_time()
    {
        Down();
        Raise(0);
        Until(60);
        Assert.Equal([(BarrierEvent.Raised, 3), (BarrierEvent.NotUsed, 20), (BarrierEvent.Lowered, 23)], _seen);
    }

    [Fact]
    public void Relay_is_pulled_for_its_pulse_and_then_let_go()
    {
        Down();
        Raise(0);
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), _barrier.Relays);
        Until(0.49);
        Assert.True(_barrier.Relays.Up);
        Until(0.5);
        Assert.Equal(RelayLevels.Released, _barrier.Relays);
    }

    [Fact]
    public void Held_relay_is_let_go_when_the_arm_arrives()
    {
        WithLimits(held: true);
        Raise(0);
        Limit(up: false, active: false, 0.3);
        Until(2);
        Assert.True(_barrier.Relays.Up);
        Limit(up: true, active: true, 2.1);
        Assert.Equal(RelayLevels.Released, _barrier.Relays);
        Assert.Equal([(BarrierEvent.Raised, 2.1)], _seen);
    }

    [Fact]
    public void Second_raise_lets_a_second_vehicle_pass()
    {
        Down();
        Raise(0);
        Raise(4);
        Pass(5, 7);
        Until(15);
        Assert.Equal(BarrierPosition.Up, _barrier.Position);
        Pass(16, 18);
        Until(40);
        Assert.Equal(
            [BarrierEvent.Raised, BarrierEvent.RaiseExtended, BarrierEvent.Passed, BarrierEvent.Passed, BarrierEvent.Lowered],
            _seen.Select(seen => seen.Event));
    }

    [Fact]
    public void Follower_is_a_tailgate_and_the_arm_waits_until_it_has_gone()
    {
        Down();
        Raise(0);
        Pass(5, 7);
        Pass(8, 12);
        Until(13.9);
        Assert.NotEqual(BarrierPosition.Lowering, _barrier.Position);
        Until(30);
        Assert.Equal(
            [BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.Tailgated, BarrierEvent.Passed, BarrierEvent.Lowered],
            _seen.Select(seen => seen.Event));
    }

    [Fact]
    public void Follower_bumper_to_bumper_is_told_by_the_beam_while_the_loop_never_lets_go()
    {
        Down();
        Raise(0);
        Loop(occupied: true, 4);
        Beam(interrupted: true, 5);
        Beam(interrupted: false, 7);
        Beam(interrupted: true, 7.5);
        Assert.Equal(BarrierEvent.Tailgated, _seen[^1].Event);
        Beam(interrupted: false, 9);
        Loop(occupied: false, 9.2);
        Until(30);
        Assert.Equal(2, _seen.Count(seen => seen.Event == BarrierEvent.Passed));
    }

    [Fact]
    public void Gap_shorter_than_a_vehicles_is_one_lorry_with_its_trailer()
    {
        Down();
        Raise(0);
        Loop(occupied: true, 4);
        Beam(interrupted: true, 5);
        Beam(interrupted: false, 7);
        Beam(interrupted: true, 7.3);
        Beam(interrupted: false, 9);
        Loop(occupied: false, 9.2);
        Until(30);
        Assert.DoesNotContain(_seen, seen => seen.Event == BarrierEvent.Tailgated);
        Assert.Single(_seen, seen => seen.Event == BarrierEvent.Passed);
    }

    [Fact]
    public void Person_in_the_beam_is_no_vehicle_but_stops_the_arm()
    {
        Down();
        Raise(0);
        Pass(5, 7);
        Until(10);
        Assert.Equal(BarrierPosition.Lowering, _barrier.Position);
        Beam(interrupted: true, 10.5);
        Assert.Equal(BarrierPosition.Raising, _barrier.Position);
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), _barrier.Relays);
        Beam(interrupted: false, 11);
        Until(60);
        Assert.Equal(
            [BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.ClosingPrevented, BarrierEvent.Raised, BarrierEvent.Lowered],
            _seen.Select(seen => seen.Event));
    }

    [Fact]
    public void Vehicle_that_drives_under_a_closing_arm_turns_it_round_and_is_a_tailgate()
    {
        Down();
        Raise(0);
        Pass(5, 7);
        Until(9.6);
        Loop(occupied: true, 9.7);
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), _barrier.Relays);
        Beam(interrupted: true, 10);
        Assert.Contains(_seen, seen => seen.Event == BarrierEvent.Tailgated);
        Beam(interrupted: false, 11);
        Loop(occupied: false, 11.2);
        Until(30);
        Assert.Equal(BarrierEvent.Lowered, _seen[^1].Event);
    }

    [Fact]
    public void Vehicle_that_waited_on_the_loop_is_the_one_that_was_raised_for()
    {
        _barrier = Machine(new BarrierSettings { HasBeam = false });
        Down();
        Loop(occupied: true, 1);
        Raise(2);
        Loop(occupied: false, 7);
        Until(30);
        Assert.Equal([BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.Lowered], _seen.Select(seen => seen.Event));
    }

    [Fact]
    public void Order_to_lower_on_an_occupied_loop_waits_until_it_is_clear()
    {
        Down();
        Raise(0);
        Loop(occupied: true, 4);
        Assert.Equal(BarrierAnswer.WaitsUntilClear, _barrier.Lower(Duty, At(5)));
        Until(60);
        Assert.Equal(BarrierPosition.Up, _barrier.Position);
        Loop(occupied: false, 61);
        Until(63);
        Assert.Equal(BarrierPosition.Lowering, _barrier.Position);
    }

    [Fact]
    public void By_hand_nothing_closes_by_itself_and_an_unclear_order_is_refused()
    {
        Down();
        Assert.Equal(BarrierAnswer.Done, _barrier.SetMode(BarrierMode.Manual, Duty, At(0)));
        Raise(1);
        Until(1000);
        Assert.Equal(BarrierPosition.Up, _barrier.Position);
        Beam(interrupted: true, 1001);
        Assert.Equal(BarrierAnswer.NotClear, _barrier.Lower(Duty, At(1002)));
        Beam(interrupted: false, 1003);
        Until(1100);
        Assert.Equal(BarrierPosition.Up, _barrier.Position);
        Assert.Equal(BarrierAnswer.Done, _barrier.Lower(Duty, At(1101)));
        Until(1105);
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
    }

    [Fact]
    public void Fire_holds_the_arm_up_until_its_input_is_off_and_somebody_ends_it()
    {
        Down();
        _barrier.Fire(active: true, At(1));
        Until(500);
        Assert.True(_barrier.Relays.Up);
        Assert.Equal(BarrierAnswer.Fire, _barrier.Lower(Duty, At(501)));
        Assert.Equal(BarrierAnswer.Fire, _barrier.SetMode(BarrierMode.Automatic, Duty, At(502)));
        _barrier.Fire(active: false, At(503));
        Until(1000);
        Assert.Equal((BarrierMode.FireOverride, BarrierPosition.Up), (_barrier.Mode, _barrier.Position));
        Assert.Equal(BarrierAnswer.Done, _barrier.SetMode(BarrierMode.Automatic, Duty, At(1001)));
        Until(1010);
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
        Assert.Equal(RelayLevels.Released, _barrier.Relays);
    }

    [Fact]
    public void Fire_turns_a_closing_arm_round()
    {
        Down();
        Raise(0);
        Until(21);
        Assert.Equal(BarrierPosition.Lowering, _barrier.Position);
        _barrier.Fire(active: true, At(21.5));
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), _barrier.Relays);
        Assert.Equal(BarrierPosition.Raising, _barrier.Position);
    }

    [Fact]
    public void Loop_that_never_clears_is_told_once_and_the_arm_stays_up()
    {
        Down();
        Raise(0);
        Loop(occupied: true, 4);
        Until(5000);
        Assert.Single(_seen, seen => seen == (BarrierEvent.LoopStuck, 604));
        Assert.Equal((BarrierFault.LoopStuck, BarrierPosition.Up), (_barrier.Fault!.Value, _barrier.Position));
        Loop(occupied: false, 5001);
        Until(5020);
        Assert.Contains(_seen, seen => seen.Event == BarrierEvent.SensorRecovered);
        Assert.Null(_barrier.Fault);
    }

    [Fact]
    public void Beam_that_never_clears_is_told_and_the_arm_stays_up()
    {
        Down();
        Raise(0);
        Beam(interrupted: true, 4);
        Until(5000);
        Assert.Equal((BarrierFault.BeamStuck, BarrierPosition.Up), (_barrier.Fault!.Value, _barrier.Position));
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
        Assert.Equal(BarrierEvent.StuckLowering, _seen[^1].Event);
        Assert.True(_barrier.Relays.Up);
        Limit(up: true, active: true, 30);
        Until(1000);
        Assert.Equal((BarrierFault.StuckLowering, BarrierPosition.Up), (_barrier.Fault!.Value, _barrier.Position));
        Assert.Equal(BarrierAnswer.Done, _barrier.Lower(Duty, At(1001)));
        Limit(up: true, active: false, 1002);
        Limit(up: false, active: true, 1003);
        Assert.Null(_barrier.Fault);
    }

    [Fact]
    public void Arm_that_does_not_go_up_is_a_fault()
    {
        WithLimits();
        Raise(0);
        Until(8);
        Assert.Equal([(BarrierEvent.StuckRaising, 8)], _seen);
        Assert.Equal(BarrierFault.StuckRaising, _barrier.Fault);
        Assert.Equal(RelayLevels.Released, _barrier.Relays);
    }

    [Fact]
    public void Arm_that_arrived_while_nobody_looked_is_not_taken_for_a_stuck_one()
    {
        WithLimits();
        Raise(0);
        Limit(up: false, active: false, 0.2);
        Limit(up: true, active: true, 9);
        Assert.Equal(BarrierEvent.Raised, _seen[0].Event);
        Assert.DoesNotContain(_seen, seen => seen.Event == BarrierEvent.StuckRaising);
        Assert.Null(_barrier.Fault);
    }

    [Fact]
    public void Arm_lifted_by_hand_is_told_but_one_that_only_shakes_is_not()
    {
        WithLimits();
        Limit(up: false, active: false, 10);
        Limit(up: false, active: true, 10.5);
        Until(20);
        Assert.Empty(_seen);
        Limit(up: false, active: false, 30);
        Until(40);
        Assert.Equal([(BarrierEvent.Forced, 31)], _seen);
        Limit(up: false, active: true, 41);
        Assert.Null(_barrier.Fault);
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
    }

    [Fact]
    public void Both_limit_switches_at_once_keep_the_arm_from_closing()
    {
        WithLimits();
        Raise(0);
        Limit(up: true, active: true, 2);
        Until(1000);
        Assert.Equal(BarrierFault.LimitsContradict, _barrier.Fault);
        Assert.NotEqual(BarrierPosition.Lowering, _barrier.Position);
        Assert.Equal(BarrierAnswer.WaitsUntilClear, _barrier.Lower(Duty, At(1001)));
        Assert.False(_barrier.Relays.Down);
    }

    [Fact]
    public void Unread_inputs_turn_a_closing_arm_round_and_keep_it_up()
    {
        Down();
        Raise(0);
        Until(21);
        _barrier.Watched(watched: false, At(21.5));
        Assert.True(_barrier.Relays.Up);
        Until(1000);
        Assert.Equal((BarrierFault.Blind, BarrierPosition.Up), (_barrier.Fault!.Value, _barrier.Position));
        Assert.Equal(BarrierAnswer.NotClear, _barrier.Lower(Duty, At(1001)));
        _barrier.Watched(watched: true, At(1002));
        Until(1010);
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
    }

    [Fact]
    public void Stop_holds_the_arm_until_the_next_order()
    {
        _barrier = Machine(new BarrierSettings { HasStop = true });
        Down();
        Raise(0);
        Assert.Equal(BarrierAnswer.Done, _barrier.Stop(Duty, At(1)));
        Assert.Equal(new RelayLevels(Up: false, Down: false, Stop: true), _barrier.Relays);
        Until(1000);
        Assert.Equal((RelayLevels.Released, BarrierPosition.Stopped), (_barrier.Relays, _barrier.Position));
        Raise(1001);
        Until(1100);
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
    }

    [Fact]
    public void Stop_without_a_stop_relay_raises_a_lowering_arm()
    {
        Down();
        Raise(0);
        Until(21);
        _barrier.Stop(Duty, At(21));
        Until(1000);
        Assert.Equal(BarrierPosition.Up, _barrier.Position);
    }

    [Fact]
    public void Orders_go_on_record_with_who_gave_them_and_why()
    {
        Down();
        _barrier.Raise(Plate, At(0));
        _barrier.Advance(At(4));
        Assert.Equal(new BarrierChange(BarrierEvent.Raised, At(3), Plate), Assert.Single(_barrier.TakeChanges()));
        _barrier.SetMode(BarrierMode.HeldUp, Duty, At(5));
        Assert.Equal(new BarrierChange(BarrierEvent.ModeChanged, At(5), Duty), Assert.Single(_barrier.TakeChanges()));
    }

    private static BarrierMachine Machine(BarrierSettings settings)
    {
        var machine = new BarrierMachine(settings, At(-20));
        machine.Watched(watched: true, At(-20));
        return machine;
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>Begins each story with the arm known to be down.</summary>
    private void Down()
    {
        Assert.Equal(BarrierAnswer.Done, _barrier.Lower(Duty, At(-10)));
        _barrier.Advance(At(-1));
        _barrier.TakeChanges();
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
    }

    private void WithLimits(bool held = false)
    {
        _barrier = Machine(new BarrierSettings { HasUpLimit = true, HasDownLimit = true, Held = held });
        _barrier.Limit(up: false, active: true, At(-20));
        Assert.Equal(BarrierPosition.Down, _barrier.Position);
    }

    private void Raise(double at)
    {
        Assert.Equal(BarrierAnswer.Done, _barrier.Raise(Plate, At(at)));
        Note();
    }

    /// <summary>A vehicle rolls over the loop and through the beam.</summary>
    private void Pass(double from, double to)
    {
        Loop(occupied: true, from);
        Beam(interrupted: true, from + 0.5);
        Loop(occupied: false, to - 0.2);
        Beam(interrupted: false, to);
    }

    private void Loop(bool occupied, double at)
    {
        _barrier.Loop(0, occupied, At(at));
        Note();
    }

    private void Beam(bool interrupted, double at)
    {
        _barrier.Beam(interrupted, At(at));
        Note();
    }

    private void Limit(bool up, bool active, double at)
    {
        _barrier.Limit(up, active, At(at));
        Note();
    }

    private void Until(double at)
    {
        _barrier.Advance(At(at));
        Note();
    }

    private void Note() => _seen.AddRange(_barrier.TakeChanges().Select(change => (change.Event, change.At.TotalSeconds)));
}
