using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

/// <summary>Vehicles, followers and persons under the arm.</summary>
public sealed class BarrierPassageTests : BarrierStory
{
    [Fact]
    public void Vehicle_passes_and_the_arm_closes_behind_it()
    {
        Down();
        Raise(0);
        Pass(5, 8);
        Until(20);
        Assert.Equal([(BarrierEvent.Raised, 3), (BarrierEvent.Passed, 8.4), (BarrierEvent.Lowered, 13)], Seen);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }

    [Fact]
    public void Arm_that_nobody_uses_closes_after_its_time()
    {
        Down();
        Raise(0);
        Until(60);
        Assert.Equal([(BarrierEvent.Raised, 3), (BarrierEvent.NotUsed, 20), (BarrierEvent.Lowered, 23)], Seen);
    }

    [Fact]
    public void Second_raise_lets_a_second_vehicle_pass()
    {
        Down();
        Raise(0);
        Raise(4);
        Pass(5, 7);
        Until(15);
        Assert.Equal(BarrierPosition.Up, Barrier.Position);
        Pass(16, 18);
        Until(40);
        Assert.Equal(
            [BarrierEvent.Raised, BarrierEvent.RaiseExtended, BarrierEvent.Passed, BarrierEvent.Passed, BarrierEvent.Lowered],
            Seen.Select(seen => seen.Event));
    }

    [Fact]
    public void Follower_is_a_tailgate_and_the_arm_waits_until_it_has_gone()
    {
        Down();
        Raise(0);
        Pass(5, 7);
        Pass(8, 12);
        Until(13.9);
        Assert.NotEqual(BarrierPosition.Lowering, Barrier.Position);
        Until(30);
        Assert.Equal(
            [BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.Tailgated, BarrierEvent.Passed, BarrierEvent.Lowered],
            Seen.Select(seen => seen.Event));
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
        Assert.Equal(BarrierEvent.Tailgated, Seen[^1].Event);
        Beam(interrupted: false, 9);
        Loop(occupied: false, 9.2);
        Until(30);
        Assert.Equal(2, Seen.Count(seen => seen.Event == BarrierEvent.Passed));
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
        Assert.DoesNotContain(Seen, seen => seen.Event == BarrierEvent.Tailgated);
        Assert.Single(Seen, seen => seen.Event == BarrierEvent.Passed);
    }

    [Fact]
    public void Person_in_the_beam_is_no_vehicle_but_stops_the_arm()
    {
        Down();
        Raise(0);
        Pass(5, 7);
        Until(10);
        Assert.Equal(BarrierPosition.Lowering, Barrier.Position);
        Beam(interrupted: true, 10.5);
        Assert.Equal(BarrierPosition.Raising, Barrier.Position);
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), Barrier.Relays);
        Beam(interrupted: false, 11);
        Until(60);
        Assert.Equal(
            [BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.ClosingPrevented, BarrierEvent.Raised, BarrierEvent.Lowered],
            Seen.Select(seen => seen.Event));
    }

    [Fact]
    public void Vehicle_that_drives_under_a_closing_arm_turns_it_round_and_is_a_tailgate()
    {
        Down();
        Raise(0);
        Pass(5, 7);
        Until(9.6);
        Loop(occupied: true, 9.7);
        Assert.Equal(new RelayLevels(Up: true, Down: false, Stop: false), Barrier.Relays);
        Beam(interrupted: true, 10);
        Assert.Contains(Seen, seen => seen.Event == BarrierEvent.Tailgated);
        Beam(interrupted: false, 11);
        Loop(occupied: false, 11.2);
        Until(30);
        Assert.Equal(BarrierEvent.Lowered, Seen[^1].Event);
    }

    [Fact]
    public void Vehicle_that_waited_on_the_loop_is_the_one_that_was_raised_for()
    {
        Barrier = Machine(new BarrierSettings { HasBeam = false });
        Down();
        Loop(occupied: true, 1);
        Raise(2);
        Loop(occupied: false, 7);
        Until(30);
        Assert.Equal([BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.Lowered], Seen.Select(seen => seen.Event));
    }
}
