using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Plates;
using static Gateway.Edge.Tests.Passages.Vehicles.LaneStory;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneMachineTests
{
    [Fact]
    public void Registered_vehicle_is_let_in_once_and_recorded_when_it_has_passed()
    {
        var story = new LaneStory().Sees(1, Resident).Step(2).Passes(1);
        Assert.Equal([Resident], story.RaisedFor);
        Assert.Equal([(LaneEvent.Decided, Resident), (LaneEvent.Passed, Resident)], story.Events);
        Assert.Equal(LaneMachine.ByPlate, story.Raises[0].Order.Who);
        Assert.Empty(story.Machine.Vehicles);
        Assert.Equal(VehicleEnd.Passed, Assert.Single(story.Machine.Last).End);
    }

    [Theory]
    [InlineData(Stranger, nameof(VehicleOutcome.Unknown), false)]
    [InlineData(Villain, nameof(VehicleOutcome.Denied), true)]
    public void Arm_stays_down_for_one_that_may_not_enter_and_the_reason_is_told(string plate, string outcome, bool alarmed)
    {
        var story = new LaneStory().Sees(1, plate).Step(3);
        Assert.Empty(story.Raises);
        var told = Assert.Single(story.Told);
        Assert.Equal((LaneEvent.Decided, outcome, alarmed), (told.Event, told.Vehicle.Decision!.Outcome.ToString(), told.Vehicle.Alarmed));
        Assert.Equal(VehicleState.Waiting, Assert.Single(story.Machine.Vehicles).State);
    }

    [Fact]
    public void Unreadable_plate_is_the_guards_and_opens_nothing()
    {
        var story = new LaneStory().Sees(1, null).Step(1);
        Assert.Empty(story.Raises);
        Assert.Equal(VehicleOutcome.Unreadable, Assert.Single(story.Told).Vehicle.Decision!.Outcome);
        Assert.False(Assert.Single(story.Told).Vehicle.Sighting!.Picture.IsEmpty);
    }

    [Fact]
    public void Guess_below_the_threshold_opens_nothing_whatever_anybody_decides()
    {
        var story = new LaneStory { Access = { OpensAll = true } };
        story.Sees(1, Resident, certain: false).Step(3);
        Assert.Empty(story.Raises);
        Assert.Equal(LaneWords.Unsure, Assert.Single(story.Told).Vehicle.Decision!.Reason);
    }

    [Fact]
    public void Picture_of_a_picture_opens_nothing_and_says_why()
    {
        var story = new LaneStory { Access = { OpensAll = true } };
        story.Sees(1, Resident, flat: true).Step(3);
        Assert.Empty(story.Raises);
        Assert.Equal((VehicleOutcome.Unreadable, LaneWords.Flat), (story.Told[0].Vehicle.Decision!.Outcome, story.Told[0].Vehicle.Decision!.Reason));
    }

    [Fact]
    public void Nothing_is_decided_while_nobody_stands_on_the_loop_before_the_arm()
    {
        var story = new LaneStory(approach: true).Sees(1, Resident).Step(5);
        Assert.Empty(story.Told);
        story.Approached = true;
        Assert.Equal([Resident], story.Shows(1, 540).Step(0.5).RaisedFor);
    }

    [Fact]
    public void Plate_that_is_held_up_and_taken_away_before_anybody_drives_on_the_loop_is_forgotten()
    {
        var story = new LaneStory(approach: true).Sees(1, Resident).Loses(1).Step(8);
        story.Approached = true;
        Assert.Empty(story.Step(2).Told);
    }

    [Fact]
    public void Vehicle_on_the_loop_that_shows_no_plate_is_the_guards()
    {
        var story = new LaneStory(approach: true) { Approached = true };
        story.Step(5);
        Assert.True(story.Machine.LacksPlate);
        Assert.Empty(story.Told);
        story.Step(2);
        var decision = Assert.Single(story.Told).Vehicle.Decision!;
        Assert.Equal((VehicleOutcome.Unreadable, LaneWords.NoPlate), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public void Vehicle_without_a_plate_is_not_let_in_by_the_plate_of_the_one_behind_it()
    {
        var story = new LaneStory(approach: true) { Approached = true };
        story.Step(4).Sees(2, Resident, bottom: 300).Step(20);
        Assert.Empty(story.Raises);
        Assert.Equal([null, Resident], story.Machine.Vehicles.Select(vehicle => vehicle.Plate?.Text));
    }

    [Fact]
    public void Vehicle_without_a_plate_is_not_let_in_by_the_plate_of_one_that_stands_in_view_already()
    {
        var story = new LaneStory(approach: true).Sees(1, Resident, bottom: 300).Step(5);
        story.Approached = true;
        story.Step(3);
        Assert.True(story.Machine.LacksPlate);
        story.Step(5).Sees(1, Resident, bottom: 302, heading: VehicleHeading.Standing).Step(5);
        Assert.Empty(story.Raises);
        Assert.Equal((null, VehicleOutcome.Unreadable), (story.Machine.Vehicles[0].Plate, story.Machine.Vehicles[0].Decision!.Outcome));
        Assert.Equal([null, Resident], story.Machine.Vehicles.Select(vehicle => vehicle.Plate?.Text));
    }

    [Fact]
    public void Vehicle_without_a_plate_is_not_given_a_plate_that_has_stood_in_view_unread()
    {
        var story = new LaneStory(approach: true).Shows(1, 300).Step(5);
        story.Approached = true;
        story.Step(8).Sees(1, Resident, bottom: 300, heading: VehicleHeading.Standing).Step(2);
        Assert.Empty(story.Raises);
        Assert.Equal([null, Resident], story.Machine.Vehicles.Select(vehicle => vehicle.Plate?.Text));
    }

    [Fact]
    public void Plate_that_went_out_of_view_long_before_the_loop_was_driven_on_opens_nothing()
    {
        var story = new LaneStory(approach: true).Sees(1, Resident).Loses(1).Step(2.5);
        story.Approached = true;
        Assert.Empty(story.Step(2).Raises);
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(600, true)]
    public void Plate_too_far_off_to_be_on_the_loop_opens_nothing_where_the_lane_says_how_near_it_is(float bottom, bool opens)
    {
        // Both drive up together: only the place in the picture tells them apart.
        var story = new LaneStory(approach: true, plateAtLoop: 0.7) { Approached = true };
        story.Sees(1, Resident, bottom).Step(1).Sees(1, Resident, bottom, VehicleHeading.Standing).Step(8);
        Assert.Equal(opens ? [Resident] : [], story.RaisedFor);
        Assert.Equal(opens ? 1 : 2, story.Machine.Vehicles.Count);
    }

    [Fact]
    public void Plate_that_becomes_readable_on_the_loop_belongs_to_the_vehicle_that_stands_there()
    {
        var story = new LaneStory(approach: true) { Approached = true };
        story.Step(8).Sees(2, Resident, heading: VehicleHeading.Standing).Step(1);
        Assert.Equal([Resident], story.RaisedFor);
        Assert.Single(story.Machine.Vehicles);
    }

    [Fact]
    public void Second_vehicle_gets_a_decision_of_its_own_and_extends_the_opening_only_when_it_may_enter()
    {
        var story = new LaneStory().Sees(1, Resident, bottom: 600).Sees(2, Visitor, bottom: 400).Step(1);
        Assert.Equal([Resident, Visitor], story.RaisedFor);
        story.Passes(1).Passes(2);
        Assert.Equal([Resident, Visitor], story.Told.Where(told => told.Event == LaneEvent.Passed).Select(told => told.Vehicle.Plate!.Text));
    }

    [Fact]
    public void Stranger_behind_a_resident_extends_nothing_and_is_named_when_it_tailgates()
    {
        var story = new LaneStory().Sees(1, Resident, bottom: 600).Sees(2, Stranger, bottom: 400).Step(1).Passes(1).Shows(2, 600);
        Assert.Equal([Resident], story.RaisedFor);
        story.Barrier(BarrierEvent.Tailgated).Passes(2);
        Assert.Contains((LaneEvent.Tailgated, Stranger), story.Events);
        Assert.Equal((LaneEvent.Passed, true), (story.Told[^1].Event, story.Told[^1].Vehicle.Followed));
        Assert.Equal([VehicleEnd.Followed, VehicleEnd.Passed], story.Machine.Last.Select(last => last.End));
    }

    [Fact]
    public void Resident_behind_a_stranger_is_not_decided_on_before_the_stranger_has_left()
    {
        var story = new LaneStory().Sees(1, Stranger, bottom: 600).Sees(2, Resident, bottom: 400).Step(3);
        Assert.Empty(story.Raises);
        Assert.DoesNotContain((LaneEvent.Decided, Resident), story.Events);
        story.Sees(1, Stranger, bottom: 500, heading: VehicleHeading.Receding).Loses(1);
        Assert.Equal([Resident], story.Step(1).RaisedFor);
        Assert.Contains((LaneEvent.Left, Stranger), story.Events);
    }

    [Fact]
    public void Nearer_vehicle_is_the_one_at_the_arm_whichever_was_read_first()
    {
        // The one behind is read first; the plate before it is in view and gets its time.
        var story = new LaneStory().Shows(1, 600).Sees(2, Resident, bottom: 400).Step(0.5);
        Assert.Empty(story.Raises);
        story.Sees(1, Stranger, bottom: 600).Step(1);
        Assert.Empty(story.Raises);
        Assert.Equal([Stranger, Resident], story.Machine.Vehicles.Select(vehicle => vehicle.Plate!.Text));
    }

    [Fact]
    public void Plate_like_thing_that_is_never_settled_holds_nobody_up_for_long() =>
        Assert.Equal([Resident], new LaneStory().Shows(1, 600).Sees(2, Resident, bottom: 400).Step(4).RaisedFor);

    [Fact]
    public void Vehicle_that_backs_off_is_told_as_left_and_holds_nobody_up()
    {
        var story = new LaneStory().Sees(1, Stranger, bottom: 600).Step(2).Loses(1).Step(7);
        Assert.Equal([(LaneEvent.Decided, Stranger), (LaneEvent.Left, Stranger)], story.Events);
        Assert.Equal([Resident], story.Sees(2, Resident).RaisedFor);
    }

    [Fact]
    public void Vehicle_that_takes_the_place_of_another_shows_that_the_other_has_left()
    {
        var story = new LaneStory().Sees(1, Stranger, bottom: 600).Step(1).Loses(1).Sees(2, Resident, bottom: 590);
        Assert.Equal([Resident], story.RaisedFor);
        Assert.Contains((LaneEvent.Left, Stranger), story.Events);
    }

    [Fact]
    public void Same_plate_seen_again_within_seconds_is_not_counted_twice()
    {
        var story = new LaneStory().Sees(1, Resident).Step(1).Passes(1).Sees(2, Resident).Loses(2).Step(3).Sees(3, Resident, certain: false).Loses(3).Step(1);
        Assert.Equal([Resident], story.RaisedFor);
        Assert.Equal([(LaneEvent.Decided, Resident), (LaneEvent.Passed, Resident)], story.Events);
    }

    [Fact]
    public void Plate_that_is_still_there_long_after_it_has_passed_has_come_again()
    {
        var story = new LaneStory().Sees(1, Resident).Step(1).Passes(1).Sees(2, Resident).Step(20);
        Assert.Equal([Resident, Resident], story.RaisedFor);
        Assert.NotEqual(story.Raises[0].Report!.Vehicle.Id, story.Raises[1].Report!.Vehicle.Id);
    }

    [Fact]
    public void Another_track_of_the_same_vehicle_is_no_second_vehicle()
    {
        var story = new LaneStory().Sees(1, Stranger).Loses(1).Sees(2, Stranger).Step(2);
        Assert.Equal([(LaneEvent.Decided, Stranger)], story.Events);
        Assert.Single(story.Machine.Vehicles);
    }

    [Fact]
    public void Corrected_sighting_is_decided_anew_and_opens()
    {
        var story = new LaneStory().Sees(1, null).Step(1).Sees(1, Resident);
        Assert.Equal([Resident], story.RaisedFor);
        Assert.Equal([VehicleOutcome.Unreadable, VehicleOutcome.OpenedResident], story.Told.Select(told => told.Vehicle.Decision!.Outcome));
        Assert.Equal(story.Told[0].Vehicle.Id, story.Told[1].Vehicle.Id);
    }

    [Fact]
    public void Correction_after_the_arm_was_raised_is_told_and_raises_nothing_again()
    {
        var story = new LaneStory().Sees(1, Resident).Sees(1, Villain);
        Assert.Equal([Resident], story.RaisedFor);
        Assert.Equal((LaneEvent.Mistaken, VehicleOutcome.Denied), (story.Told[^1].Event, story.Told[^1].Vehicle.Decision!.Outcome));
        Assert.Equal(Villain, story.Passes(1).Told[^1].Vehicle.Plate!.Text);
    }

    [Fact]
    public void Receding_vehicle_is_never_answered() =>
        Assert.Empty(new LaneStory().Sees(1, Resident, heading: VehicleHeading.Receding).Step(5).Told);

    [Theory]
    [InlineData(Resident, nameof(VehicleHeading.Unknown))]
    [InlineData(Resident, nameof(VehicleHeading.Standing))]
    [InlineData(null, nameof(VehicleHeading.Unknown))]
    public void Vehicle_that_has_just_passed_the_facing_barrier_is_on_its_way_out_of_view(string? plate, string heading)
    {
        var story = new LaneStory();
        story.Machine.OppositePassed(Plates.Number(Resident), story.Now);
        Assert.Empty(story.Step(1).Sees(1, plate, heading: Enum.Parse<VehicleHeading>(heading)).Step(2).Told);
    }

    [Fact]
    public void Another_vehicle_is_answered_though_one_has_just_passed_the_facing_barrier()
    {
        var story = new LaneStory();
        story.Machine.OppositePassed(Plates.Number(Resident), story.Now);
        Assert.Equal([Visitor], story.Step(1).Sees(1, Visitor, heading: VehicleHeading.Unknown).RaisedFor);
    }

    [Theory]
    [InlineData(true, LaneDirection.Out)]
    [InlineData(false, LaneDirection.In)]
    public void In_a_lane_for_both_the_last_stay_tells_the_direction_on_record_and_not_the_rules(bool inside, LaneDirection expected)
    {
        var story = new LaneStory(LaneDirection.Both);
        if (inside)
        {
            story.Access.Inside[Resident] = true;
        }

        story.Sees(1, Resident).Passes(1);
        Assert.Equal(LaneDirection.Both, Assert.Single(story.Access.Asked).Direction);
        Assert.All(story.Told, told => Assert.Equal(expected, told.Vehicle.Direction));
    }

    [Theory]
    [InlineData(BarrierMode.Manual)]
    [InlineData(BarrierMode.HeldUp)]
    [InlineData(BarrierMode.FireOverride)]
    public void Decisions_are_recorded_and_nothing_is_ordered_while_people_or_a_fire_hold_the_arm(BarrierMode mode)
    {
        var story = new LaneStory { Mode = mode };
        story.Sees(1, Resident, bottom: 600).Step(1).Passes(1).Sees(2, Stranger, bottom: 600).Passes(2);
        Assert.Empty(story.Raises);
        Assert.Equal(
            [(LaneEvent.Decided, Resident), (LaneEvent.Passed, Resident), (LaneEvent.Decided, Stranger), (LaneEvent.Passed, Stranger)], story.Events);
        Assert.All(story.Told, told => Assert.Equal(mode, told.Mode));
    }

    [Fact]
    public void In_a_fire_vehicles_are_decided_on_side_by_side_and_nobody_is_told_that_they_wait()
    {
        var story = new LaneStory { Mode = BarrierMode.FireOverride };
        story.Sees(1, Stranger, bottom: 600).Sees(2, Resident, bottom: 400).Step(60);
        Assert.Equal([(LaneEvent.Decided, Stranger), (LaneEvent.Decided, Resident)], story.Events);
    }

    [Fact]
    public void Vehicle_decided_on_in_manual_mode_is_let_in_when_the_mode_is_automatic_again()
    {
        var story = new LaneStory { Mode = BarrierMode.Manual };
        story.Sees(1, Resident).Step(1);
        story.Mode = BarrierMode.Automatic;
        Assert.Equal([Resident], story.Step(1).RaisedFor);
    }

    [Fact]
    public void Stranger_that_waits_long_is_told_once()
    {
        var story = new LaneStory().Sees(1, Stranger).Step(29);
        Assert.DoesNotContain(story.Told, told => told.Event == LaneEvent.WaitsLong);
        story.Step(60);
        Assert.Single(story.Told, told => told.Event == LaneEvent.WaitsLong);
        Assert.True(story.Machine.Vehicles[0].Alarmed);
    }

    [Fact]
    public void Relay_that_fails_turns_the_decision_into_a_fault_of_the_barrier()
    {
        var story = new LaneStory().Sees(1, Resident).RaiseFails();
        var vehicle = Assert.Single(story.Machine.Vehicles);
        Assert.Equal((VehicleState.Waiting, VehicleOutcome.BarrierFault, true), (vehicle.State, vehicle.Decision!.Outcome, vehicle.Alarmed));
        Assert.Contains("The relay did not answer", vehicle.Decision.Reason.En, StringComparison.Ordinal);
        Assert.Single(story.Step(5).Raises);
    }

    [Fact]
    public void Driver_who_misses_the_opening_gets_one_more_and_then_the_guard()
    {
        var story = new LaneStory().Sees(1, Resident).Step(20).Barrier(BarrierEvent.NotUsed);
        Assert.Equal(2, story.Raises.Count);
        story.Step(20).Barrier(BarrierEvent.NotUsed).Step(5);
        Assert.Equal(2, story.Raises.Count);
        Assert.Equal((VehicleOutcome.BarrierFault, LaneWords.DidNotPass), (story.Told[^1].Vehicle.Decision!.Outcome, story.Told[^1].Vehicle.Decision!.Reason));
    }

    [Fact]
    public void Vehicle_that_is_gone_when_the_arm_closes_has_not_used_its_opening()
    {
        var story = new LaneStory().Sees(1, Resident).Loses(1).Step(20).Barrier(BarrierEvent.NotUsed);
        Assert.Equal([(LaneEvent.Decided, Resident), (LaneEvent.NotUsed, Resident)], story.Events);
        Assert.Empty(story.Machine.Vehicles);
    }

    [Fact]
    public void Arm_is_not_raised_again_for_a_vehicle_that_is_gone_because_another_stands_on_the_loop()
    {
        var story = new LaneStory(approach: true) { Approached = true };
        story.Sees(1, Resident).Loses(1);
        story.Approached = false;
        story.Step(8);
        story.Approached = true;
        story.Sees(2, Stranger).Step(12).Barrier(BarrierEvent.NotUsed).Step(2);
        Assert.Equal([Resident], story.RaisedFor);
        Assert.Contains((LaneEvent.NotUsed, Resident), story.Events);
        Assert.Equal(Stranger, Assert.Single(story.Machine.Vehicles).Plate!.Text);
    }

    [Fact]
    public void Vehicle_out_of_the_picture_that_has_stood_on_the_loop_all_the_while_gets_another_opening()
    {
        var story = new LaneStory(approach: true) { Approached = true };
        story.Sees(1, Resident).Loses(1).Step(20).Barrier(BarrierEvent.NotUsed);
        Assert.Equal([Resident, Resident], story.RaisedFor);
    }

    [Fact]
    public void End_of_an_opening_that_is_told_late_takes_no_newer_one_away()
    {
        var story = new LaneStory();
        var before = story.Now.At;
        story.Step(1).Sees(1, Resident);
        story.Machine.Happened(BarrierEvent.Lowered, null, before, story.Now);
        Assert.Single(story.Step(1).Raises);
    }

    [Fact]
    public void Passage_of_a_vehicle_that_nobody_saw_is_recorded_without_a_plate()
    {
        var told = Assert.Single(new LaneStory().Barrier(BarrierEvent.Passed).Told);
        Assert.Equal((LaneEvent.Passed, null, null), (told.Event, told.Vehicle.Plate, told.Vehicle.Decision));
    }

    [Fact]
    public void Tailgater_that_nobody_saw_is_told_all_the_same() =>
        Assert.Equal([(LaneEvent.Tailgated, null)], new LaneStory().Barrier(BarrierEvent.Tailgated).Events);

    [Fact]
    public void Order_of_others_is_bound_to_the_vehicle_at_the_arm()
    {
        var story = new LaneStory().Sees(1, Stranger).Barrier(BarrierEvent.Raised, new BarrierReason("button", new Wording("按钮", "Button"))).Passes(1);
        Assert.Equal((LaneEvent.Passed, "button", VehicleOutcome.OpenedByGuard), (story.Told[^1].Event, story.Told[^1].Vehicle.By, story.Told[^1].Vehicle.Decision!.Outcome));
        Assert.Empty(story.Raises);
    }

    [Fact]
    public void Own_order_that_the_barrier_reports_is_nobody_elses()
    {
        var story = new LaneStory().Sees(1, Resident, bottom: 600).Sees(2, Stranger, bottom: 400);
        story.Barrier(BarrierEvent.Raised, story.Raises[0].Order);
        Assert.Equal(VehicleOutcome.Unknown, story.Machine.Vehicles[1].Decision!.Outcome);
    }
}
