using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneDeskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Guard_lets_the_waiting_vehicle_in_and_its_stay_is_counted_with_its_plate()
    {
        await using var lane = new LaneFixture();
        var waiting = await WaitingAsync(lane, LaneStory.Stranger);
        var answer = await lane.Desk.LetInAsync(lane.Barrier.Id, waiting.Id, "console:duty", "搬家", Stop);
        Assert.True(answer.Done);
        var order = await lane.Barrier.RaisedAsync(Stop);
        Assert.Equal(("console:duty", "搬家"), (order.Who, order.Why.Zh));
        lane.Reports(BarrierEvent.Raised, order);
        lane.Reports(BarrierEvent.Passed);
        var records = LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop));
        Assert.Equal(("vehicle-passed", LaneStory.Stranger, "console:duty"), (records[^1].Data.Code, records[^1].Data.Plate, records[^1].Data.OrderedBy));
        Assert.Contains("搬家", records[^1].Data.OrderReason!.Zh, StringComparison.Ordinal);
        Assert.Equal((VehicleOutcome.OpenedByGuard, LaneStory.Stranger), (Assert.Single(lane.Access.Passages).Decision.Outcome, Assert.Single(lane.Access.Passages).Decision.Plate!.Text));
    }

    [Fact(Timeout = 60_000)]
    public async Task Raise_on_the_command_line_is_bound_to_the_waiting_vehicle()
    {
        await using var lane = new LaneFixture();
        await WaitingAsync(lane, LaneStory.Stranger);
        var order = new BarrierReason("local:duty", new Wording("救护", "Ambulance"));
        Assert.Equal(BarrierAnswer.Done, await lane.Desk.RaiseAsync(lane.Barrier, order, Stop));
        await lane.Barrier.RaisedAsync(Stop);
        var view = await lane.ViewAsync(shown => shown.Waiting?.State == VehicleState.Opened, Stop);
        Assert.Equal((LaneStory.Stranger, VehicleOutcome.OpenedByGuard), (view.Waiting!.Plate!.Text, view.Waiting.Outcome));
        Assert.False(lane.Barrier.HasRaise);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(BarrierMode.HeldUp)]
    [InlineData(BarrierMode.FireOverride)]
    public async Task Raise_on_the_command_line_is_the_barriers_alone_while_the_arm_is_held_up(BarrierMode mode)
    {
        await using var lane = new LaneFixture();
        lane.Barrier.Mode = mode;
        await lane.StartAsync(Stop);
        Assert.Equal(BarrierAnswer.Done, await lane.Desk.RaiseAsync(lane.Barrier, new BarrierReason("local:duty", new Wording("测试", "Test")), Stop));
        Assert.Equal("local:duty", (await lane.Barrier.RaisedAsync(Stop)).Who);
    }

    [Fact(Timeout = 60_000)]
    public async Task Guard_sends_a_vehicle_away_and_nothing_moves()
    {
        await using var lane = new LaneFixture();
        var waiting = await WaitingAsync(lane, LaneStory.Stranger);
        Assert.True((await lane.Desk.SendAwayAsync(lane.Barrier.Id, waiting.Id, "console:duty", "没有预约", Stop)).Done);
        await lane.ViewAsync(shown => shown.Waiting?.State == VehicleState.SentAway, Stop);
        var records = LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop));
        Assert.Equal(("SentAway", "console:duty"), (records[^1].Data.Outcome, records[^1].Data.OrderedBy));
        Assert.False(lane.Barrier.HasRaise);
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_about_a_vehicle_that_has_left_is_refused_in_words()
    {
        await using var lane = new LaneFixture();
        await WaitingAsync(lane, LaneStory.Stranger);
        var answer = await lane.Desk.LetInAsync(lane.Barrier.Id, Guid.NewGuid(), "console:duty", "搬家", Stop);
        Assert.Equal((false, "vehicle-gone"), (answer.Done, answer.Code));
        Assert.All([answer.Words.Zh, answer.Words.En], Assert.NotEmpty);
        Assert.False(lane.Barrier.HasRaise);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_fails_is_told_to_whoever_ordered()
    {
        await using var lane = new LaneFixture();
        var waiting = await WaitingAsync(lane, LaneStory.Stranger);
        lane.Barrier.Relay = static () => throw new DeviceFaultException("the relay board is away.");
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => lane.Desk.LetInAsync(lane.Barrier.Id, waiting.Id, "console:duty", "搬家", Stop).AsTask());
        Assert.Contains("the relay board is away", fault.Message, StringComparison.Ordinal);
        await lane.ViewAsync(shown => shown.Waiting?.Outcome == VehicleOutcome.BarrierFault, Stop);
    }

    [Fact(Timeout = 60_000)]
    public async Task Raise_goes_to_the_barrier_itself_where_the_lane_does_not_come_round_and_is_not_done_again_later()
    {
        var (time, inboxes, barrier) = (new FakeTimeProvider(), new LaneInboxes(), new ScriptedBarrier());
        var inbox = inboxes.Open(barrier.Id);
        var raise = new LaneDesk(inboxes, time).RaiseAsync(barrier, new BarrierReason("local:duty", new Wording("救护", "Ambulance")), Stop).AsTask();
        Assert.False(barrier.HasRaise);
        time.Advance(LaneTicket.Patience);
        Assert.Equal(BarrierAnswer.Done, await raise);
        Assert.Equal("local:duty", (await barrier.RaisedAsync(Stop)).Who);
        AssertDoesNothing(inbox);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lane_that_does_not_answer_is_told_in_words_and_lets_nobody_in_later()
    {
        var (time, inboxes, barrier) = (new FakeTimeProvider(), new LaneInboxes(), new ScriptedBarrier());
        var inbox = inboxes.Open(barrier.Id);
        var asked = new LaneDesk(inboxes, time).LetInAsync(barrier.Id, null, "console:duty", "搬家", Stop).AsTask();
        time.Advance(LaneTicket.Patience);
        var answer = await asked;
        Assert.Equal((false, "lane-silent"), (answer.Done, answer.Code));
        Assert.Contains("does not answer", answer.Words.En, StringComparison.Ordinal);
        AssertDoesNothing(inbox);
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_that_nobody_waits_for_any_more_lets_nobody_in()
    {
        var (inboxes, barrier) = (new LaneInboxes(), new ScriptedBarrier());
        var inbox = inboxes.Open(barrier.Id);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asked = new LaneDesk(inboxes, new FakeTimeProvider()).LetInAsync(barrier.Id, null, "console:duty", "搬家", gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        AssertDoesNothing(inbox);
    }

    [Fact]
    public void Order_is_taken_or_void_and_never_both_and_not_taken_when_it_is_old()
    {
        var time = new FakeTimeProvider();
        var (taken, gone, old) = (new LaneTicket(time), new LaneTicket(time), new LaneTicket(time));
        Assert.True(taken.TryTake());
        Assert.False(taken.TryVoid());
        Assert.True(gone.TryVoid());
        Assert.False(gone.TryTake());
        time.Advance(LaneTicket.Patience + TimeSpan.FromMilliseconds(1));
        Assert.False(old.TryTake());
    }

    private static void AssertDoesNothing(LaneInbox inbox)
    {
        var story = new LaneStory();
        Assert.True(inbox.Inputs.TryRead(out var input));
        input.Tell(story.Machine, story.Now);
        Assert.Empty(story.Machine.TakeDeeds());
    }

    private static async Task<WaitingVehicle> WaitingAsync(LaneFixture lane, string plate)
    {
        lane.Plates.View = [new(1, Plates.Box(500))];
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, plate));
        return (await lane.ViewAsync(shown => shown.Waiting?.State == VehicleState.Waiting, Stop)).Waiting!;
    }
}
