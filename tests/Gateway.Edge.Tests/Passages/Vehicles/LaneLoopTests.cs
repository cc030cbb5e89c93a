using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneLoopTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Registered_vehicle_is_let_in_counted_and_on_record_with_its_plate()
    {
        await using var lane = new LaneFixture();
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, LaneStory.Resident));
        Assert.Equal(LaneMachine.ByPlate, (await lane.Barrier.RaisedAsync(Stop)).Who);
        var view = await lane.ViewAsync(shown => shown.Waiting?.State == VehicleState.Opened, Stop);
        Assert.NotNull(lane.Pictures.Find(view.Waiting!.Picture!));

        Assert.Null(lane.Reports(BarrierEvent.Passed));
        view = await lane.ViewAsync(shown => shown.Last.Count == 1, Stop);
        Assert.Equal((LaneStory.Resident, VehicleEnd.Passed), (view.Last[0].Plate!.Text, view.Last[0].End));

        var records = LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop));
        Assert.Equal(["vehicle-decided", "vehicle-passed"], records.Select(record => record.Data.Code));
        Assert.All(records, record => Assert.Equal((LaneStory.Resident, "OpenedResident", "In", EventPriority.Info), (record.Data.Plate, record.Data.Outcome, record.Data.Direction, record.Record.Priority)));
        Assert.Equal(records[0].Data.Visit, records[1].Data.Visit);
        Assert.All(records, record => Assert.Empty(record.Record.Media));
        var passage = Assert.Single(lane.Access.Passages);
        Assert.Equal((VehicleOutcome.OpenedResident, LaneDirection.In, "barrier-east"), (passage.Decision.Outcome, passage.Direction, passage.Barrier));
    }

    [Fact(Timeout = 60_000)]
    public async Task Denied_vehicle_is_an_alert_with_its_picture_and_moves_nothing()
    {
        await using var lane = new LaneFixture();
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, LaneStory.Villain));
        var view = await lane.ViewAsync(shown => shown.Waiting?.State == VehicleState.Waiting, Stop);
        Assert.True(view.Waiting!.Alarmed);
        var (record, data) = Assert.Single(LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop)));
        Assert.Equal((EventPriority.High, data.Visit), (record.Priority, data.Incident));
        Assert.Equal(VehicleData.PictureRole, Assert.Single(record.Media).Role);
        Assert.Contains("苏D·13579", data.Reason.Zh, StringComparison.Ordinal);
        Assert.False(lane.Barrier.HasRaise);
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_does_not_wait_for_the_disk()
    {
        var disk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var lane = new LaneFixture(journal: journal => new StalledJournal(journal, disk.Task));
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, LaneStory.Resident));
        await lane.Barrier.RaisedAsync(Stop);
        lane.Reports(BarrierEvent.Passed);
        await lane.ViewAsync(shown => shown.Last.Count == 1, Stop);
        Assert.Equal(0, lane.Journal.LastSequence);
        disk.SetResult();
        Assert.Equal(2, LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_fails_is_recorded_as_the_decision_with_its_cause()
    {
        await using var lane = new LaneFixture();
        lane.Barrier.Relay = static () => throw new DeviceFaultException("the relay board is away.");
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, LaneStory.Resident));
        await lane.ViewAsync(shown => shown.Waiting is { Outcome: VehicleOutcome.BarrierFault, Alarmed: true }, Stop);
        var (_, data) = Assert.Single(LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop)));
        Assert.Equal("BarrierFault", data.Outcome);
        Assert.Contains("the relay board is away", data.Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_hangs_keeps_the_lane_no_longer_than_its_patience()
    {
        await using var lane = new LaneFixture(new LaneOptions { RelayTimeout = TimeSpan.FromMilliseconds(50) });
        lane.Barrier.Relay = static () => new TaskCompletionSource().Task;
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, LaneStory.Resident));
        var view = await lane.ViewAsync(shown => shown.Waiting?.Outcome == VehicleOutcome.BarrierFault, Stop);
        Assert.Contains("did not answer", view.Waiting!.Reason!.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Missing_model_leaves_the_lane_to_the_guard_until_it_is_there()
    {
        await using var lane = new LaneFixture();
        lane.Plates.Fault = new ModelFaultException("Model 'plate-recognition' is missing: reinstall it.");
        await lane.StartAsync(Stop);
        var view = await lane.ViewAsync(shown => shown.Sight == LaneSight.ByHand, Stop);
        Assert.Contains("reinstall it", view.Trouble!.En, StringComparison.Ordinal);
        Assert.NotNull(view.TroubleSince);

        lane.Plates.Fault = null;
        lane.Barrier.Show();
        view = await lane.ViewAsync(shown => shown.Sight == LaneSight.Works, Stop);
        Assert.Null(view.Trouble);
        var health = (await lane.StopAndReadAsync(Stop)).Where(record => record.Kind == EventKind.DeviceHealth).Select(LaneFixture.DataOf<DeviceHealthData>).ToList();
        Assert.Equal([LaneHealth.ByHandCode, LaneHealth.WorksCode], health.Select(told => told.Code));
        Assert.Equal(["Degraded", "Online"], health.Select(told => told.State));
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_without_a_picture_leaves_the_lane_to_the_guard_and_passages_go_on_record()
    {
        await using var lane = new LaneFixture(new LaneOptions { NoPictureAfter = TimeSpan.FromMilliseconds(50) });
        lane.Barrier.CameraTrouble = new Wording("摄像机离线", "The camera is offline: check its cable");
        await lane.StartAsync(Stop);
        var view = await lane.ViewAsync(shown => shown.Sight == LaneSight.ByHand, Stop);
        Assert.Equal("The camera is offline: check its cable", view.Trouble!.En);
        Assert.Null(lane.Reports(BarrierEvent.Passed));
        await lane.ViewAsync(shown => shown.Last.Count == 1, Stop);

        var (_, data) = Assert.Single(LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop)));
        Assert.Equal(("vehicle-passed", null), (data.Code, data.Plate));
    }

    [Fact(Timeout = 60_000)]
    public async Task Frozen_picture_leaves_the_lane_to_the_guard_though_frames_come()
    {
        await using var lane = new LaneFixture();
        lane.Barrier.CameraTrouble = new Wording("画面已静止", "The picture has not changed for 60 s: restart the camera");
        await lane.StartAsync(Stop);
        lane.Barrier.Show();
        var view = await lane.ViewAsync(shown => shown.Sight == LaneSight.ByHand, Stop);
        Assert.Contains("restart the camera", view.Trouble!.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Loop_before_the_arm_that_cannot_be_read_opens_nothing_and_is_told()
    {
        await using var lane = new LaneFixture();
        var lost = true;
        lane.Barrier.Approach = () => lost ? throw new DeviceFaultException("line 13 is lost.") : true;
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, LaneStory.Resident));
        lane.Plates.View = [new PlateInView(1, Plates.Box(500))];
        var view = await lane.ViewAsync(shown => shown.Waiting is not null && shown.Sight == LaneSight.ByHand, Stop);
        Assert.Contains("line 13 is lost", view.Trouble!.En, StringComparison.Ordinal);
        Assert.Equal(VehicleState.Seen, view.Waiting!.State);
        Assert.False(lane.Barrier.HasRaise);
        lost = false;
        lane.Plates.View = [new PlateInView(1, Plates.Box(540))];
        lane.Barrier.Show();
        await lane.Barrier.RaisedAsync(Stop);
    }

    [Fact(Timeout = 60_000)]
    public async Task Vehicle_that_passed_the_facing_barrier_is_not_answered_here()
    {
        var (east, west) = (new ScriptedBarrier("east"), new ScriptedBarrier("west"));
        east.Lane = new VehicleLane(LaneDirection.Out, west.Id, null, HasApproach: false);
        west.Lane = new VehicleLane(LaneDirection.In, east.Id, null, HasApproach: false);
        await using var lane = new LaneFixture(barriers: [east, west]);
        await lane.StartAsync(Stop);
        await lane.ViewAsync(static _ => true, Stop, west);
        lane.Sees(Plates.Sighting(1, LaneStory.Resident));
        await east.RaisedAsync(Stop);
        lane.Reports(BarrierEvent.Passed);
        await lane.ViewAsync(shown => shown.Last.Count == 1, Stop);

        // Told in order behind what the other lane has told it.
        var inbox = lane.Inboxes.Find(west.Id)!;
        Assert.True(inbox.TryPost((machine, now) => machine.See([Plates.Sighting(5, LaneStory.Resident), Plates.Sighting(6, LaneStory.Visitor, bottom: 300)], null, now)));
        await west.RaisedAsync(Stop);
        Assert.Equal(LaneStory.Visitor, (await lane.ViewAsync(shown => shown.Waiting is not null, Stop, west)).Waiting!.Plate!.Text);
        Assert.False(west.HasRaise);
    }

    [Fact(Timeout = 60_000)]
    public async Task Watcher_is_made_for_the_part_of_the_picture_that_the_lane_has()
    {
        await using var lane = new LaneFixture();
        lane.Barrier.Lane = new VehicleLane(LaneDirection.In, null, new(0.1, 0.25, 0.5, 0.75), HasApproach: false);
        await lane.StartAsync(Stop);
        lane.Barrier.Show();
        await lane.ViewAsync(shown => shown.Sight == LaneSight.Works, Stop);
        Assert.Equal(new PixelBox(0.1f, 0.25f, 0.5f, 0.75f), Assert.Single(lane.Plates.Made));
    }

    [Fact(Timeout = 60_000)]
    public async Task Barrier_without_a_lane_is_shown_and_keeps_its_own_records()
    {
        var barrier = new ScriptedBarrier { Lane = null };
        await using var lane = new LaneFixture(barriers: [barrier]);
        await lane.Recorder.StartAsync(Stop);
        Assert.NotNull(lane.Reports(BarrierEvent.Passed));
        Assert.Equal("no-lane", (await lane.Desk.LetInAsync(barrier.Id, null, "console:duty", "Test", Stop)).Code);
        Assert.Equal(BarrierAnswer.Done, await lane.Desk.RaiseAsync(barrier, new BarrierReason("local:duty", new Wording("测试", "Test")), Stop));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_handed_over_before_the_end_is_on_record()
    {
        await using var lane = new LaneFixture();
        await lane.StartAsync(Stop);
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(lane.Reports(BarrierEvent.Passed));
        }

        Assert.Equal(20, LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop)).Count);
        Assert.NotNull(lane.Reports(BarrierEvent.Passed));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_handed_over_while_the_lane_is_about_to_begin_again_is_on_record_though_the_gateway_stops()
    {
        await using var lane = new LaneFixture();
        await FailOnceAsync(lane);
        Assert.Null(lane.Reports(BarrierEvent.Passed));
        Assert.Null(lane.Reports(BarrierEvent.Tailgated));
        Assert.Equal(["vehicle-passed", "vehicle-tailgated"], LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop)).Select(record => record.Data.Code));
        Assert.Null(lane.Inboxes.Find(lane.Barrier.Id));
        Assert.NotNull(lane.Reports(BarrierEvent.Passed));
    }

    [Fact(Timeout = 60_000)]
    public async Task Lane_that_fails_is_shown_as_worked_by_hand_and_decides_again_only_with_a_picture()
    {
        await using var lane = new LaneFixture();
        var fails = true;
        lane.Barrier.Approach = () => Volatile.Read(ref fails) ? throw new InvalidOperationException("A test fails the lane.") : null;
        await lane.StartAsync(Stop);
        Assert.Equal(LaneWords.Restarts, (await lane.ViewAsync(shown => shown.Sight == LaneSight.ByHand, Stop)).Trouble);
        Volatile.Write(ref fails, false);
        await lane.ViewAsync(shown => shown.Sight == LaneSight.Starting, Stop);
        lane.Barrier.Show();
        Assert.Null((await lane.ViewAsync(shown => shown.Sight == LaneSight.Works, Stop)).Trouble);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stay_that_cannot_be_counted_costs_no_record()
    {
        await using var lane = new LaneFixture();
        lane.Access.BeforePassage = static () => throw new JournalUnavailableException("The disk is full.");
        await lane.StartAsync(Stop);
        lane.Sees(Plates.Sighting(1, LaneStory.Resident));
        await lane.Barrier.RaisedAsync(Stop);
        lane.Reports(BarrierEvent.Passed);
        Assert.Contains(LaneFixture.VehiclesIn(await lane.StopAndReadAsync(Stop)), record => record.Data.Code == "vehicle-passed");
    }

    /// <summary>The lane fails, and is about to begin again.</summary>
    private static async Task FailOnceAsync(LaneFixture lane)
    {
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lane.Barrier.Approach = () => failed.TrySetResult() ? throw new InvalidOperationException("A test fails the lane.") : null;
        await lane.StartAsync(Stop);
        await failed.Task;
    }
}
