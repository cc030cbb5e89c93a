using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;
using static Gateway.Edge.Tests.Passages.Vehicles.LaneStory;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneGuardTests
{
    [Fact]
    public void Certainty_that_comes_and_goes_is_told_once_each_and_alarms_once_and_in_time()
    {
        var story = new LaneStory();
        story.Sees(1, Stranger);
        for (var second = 0; second < 40; second += 2)
        {
            story.Step(1).Sees(1, Stranger, certain: false).Step(1).Sees(1, Stranger);
        }

        Assert.Equal([VehicleOutcome.Unknown, VehicleOutcome.Unreadable], story.Told.Where(report => report.Event == LaneEvent.Decided).Select(report => report.Vehicle.Decision!.Outcome));
        var alarm = Assert.Single(story.Told, report => report.Event == LaneEvent.WaitsLong);
        Assert.InRange((alarm.At - story.Told[0].At).TotalSeconds, 30, 32);
    }

    [Fact]
    public void Guard_lets_the_waiting_vehicle_in_and_its_plate_goes_on_record_with_who_and_why()
    {
        var story = new LaneStory().Sees(1, Stranger).Step(1);
        Assert.Equal(LaneAnswer.Done, story.LetsIn(story.Machine.Vehicles[0].Id));
        var raise = Assert.Single(story.Raises);
        Assert.Equal(("console:duty", "搬家", Stranger), (raise.Order.Who, raise.Order.Why.Zh, raise.Report!.Vehicle.Plate!.Text));
        story.Barrier(BarrierEvent.Raised, raise.Order).Passes(1);
        var passed = story.Told[^1];
        Assert.Equal((LaneEvent.Passed, Stranger, "console:duty", VehicleOutcome.OpenedByGuard), (passed.Event, passed.Vehicle.Plate!.Text, passed.Vehicle.By, passed.Vehicle.Decision!.Outcome));
        Assert.Single(story.Raises);
    }

    [Fact]
    public void Guard_lets_in_one_that_cannot_be_read_and_whose_plate_is_read_while_it_drives()
    {
        var story = new LaneStory().Sees(1, null).Step(1);
        story.LetsIn();
        story.Sees(1, Stranger).Passes(1);
        Assert.Equal((Stranger, VehicleOutcome.OpenedByGuard), (story.Told[^1].Vehicle.Plate!.Text, story.Told[^1].Vehicle.Decision!.Outcome));
    }

    [Fact]
    public void Guard_raises_for_a_vehicle_that_nobody_sees_and_it_is_counted_as_let_in()
    {
        var story = new LaneStory();
        Assert.Equal(LaneAnswer.Done, story.LetsIn());
        Assert.Null(Assert.Single(story.Raises).Report);
        var passed = story.Barrier(BarrierEvent.Raised, story.Raises[0].Order).Barrier(BarrierEvent.Passed).Told[^1];
        Assert.Equal(("console:duty", VehicleOutcome.OpenedByGuard), (passed.Vehicle.By, passed.Vehicle.Decision!.Outcome));
    }

    [Fact]
    public void Guards_order_about_a_vehicle_that_is_gone_moves_nothing()
    {
        var story = new LaneStory().Sees(1, Stranger).Step(1);
        var gone = story.Machine.Vehicles[0].Id;
        story.Loses(1).Step(10).Sees(2, Villain);
        Assert.Equal(LaneAnswer.Gone, story.LetsIn(gone));
        Assert.Equal(LaneAnswer.Gone, story.SendsAway(gone));
        Assert.Empty(story.Raises);
    }

    [Fact]
    public void Guards_order_about_the_second_vehicle_moves_nothing_while_the_first_stands_before_it()
    {
        var story = new LaneStory().Sees(1, Stranger, bottom: 600).Sees(2, Visitor, bottom: 400);
        Assert.Equal(LaneAnswer.NotFirst, story.LetsIn(story.Machine.Vehicles[1].Id));
        Assert.Empty(story.Raises);
    }

    [Fact]
    public void Guards_second_order_for_the_same_vehicle_raises_nothing_more()
    {
        var story = new LaneStory().Sees(1, Stranger);
        var id = story.Machine.Vehicles[0].Id;
        story.LetsIn(id);
        Assert.Equal(LaneAnswer.AlreadyOpen, story.LetsIn(id));
        Assert.Single(story.Raises);
    }

    [Theory]
    [InlineData(BarrierMode.FireOverride, nameof(LaneAnswer.Fire))]
    [InlineData(BarrierMode.HeldUp, nameof(LaneAnswer.HeldUp))]
    public void Guard_orders_nothing_while_the_arm_is_held_up(BarrierMode mode, string answer)
    {
        var story = new LaneStory { Mode = mode };
        story.Sees(1, Stranger);
        Assert.Equal(answer, story.LetsIn().ToString());
        Assert.Empty(story.Raises);
    }

    [Fact]
    public void Guard_lets_in_by_hand_in_manual_mode()
    {
        var story = new LaneStory { Mode = BarrierMode.Manual };
        story.Sees(1, Resident);
        Assert.Equal(LaneAnswer.Done, story.LetsIn());
        Assert.Single(story.Raises);
    }

    [Fact]
    public void Vehicle_that_was_sent_away_is_answered_no_more_until_it_has_left()
    {
        var story = new LaneStory().Sees(1, null).Step(1);
        Assert.Equal(LaneAnswer.Done, story.SendsAway());
        Assert.Equal(VehicleOutcome.SentAway, story.Told[^1].Vehicle.Decision!.Outcome);
        story.Sees(1, Resident).Step(40);
        Assert.Empty(story.Raises);
        Assert.DoesNotContain(story.Told, told => told.Event == LaneEvent.WaitsLong);
        story.Loses(1).Step(10).Sees(2, Resident);
        Assert.Equal([Resident], story.RaisedFor);
    }

    [Fact]
    public void Sending_nobody_away_is_answered_as_gone() => Assert.Equal(LaneAnswer.Gone, new LaneStory().SendsAway());

    [Fact]
    public void Opening_by_hand_that_was_not_used_leaves_the_decision_to_the_plate_again()
    {
        var story = new LaneStory().Sees(1, Stranger);
        story.LetsIn();
        story.Step(20).Barrier(BarrierEvent.NotUsed);
        Assert.Equal(VehicleOutcome.Unknown, Assert.Single(story.Machine.Vehicles).Decision!.Outcome);
        Assert.Single(story.Raises);
    }
}
