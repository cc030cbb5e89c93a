using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Alerts.Barriers;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Tests.Passages;
using NSubstitute;

namespace Gateway.Edge.Tests.Alerts.Barriers;

public sealed class BarrierMappingTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(BarrierEvent.Passed, "vehicle", EventPriority.Info, "vehicle-passed")]
    [InlineData(BarrierEvent.Tailgated, "vehicle", EventPriority.Normal, "vehicle-tailgated")]
    [InlineData(BarrierEvent.Forced, "vehicle", EventPriority.High, "barrier-forced")]
    [InlineData(BarrierEvent.FireOverride, "fire", EventPriority.Emergency, "barrier-fire-override")]
    public void Event_is_recorded_under_its_kind_with_its_urgency(BarrierEvent happened, string kind, EventPriority priority, string code)
    {
        var entry = Mapping().EntryOf(Observed(happened))!;
        Assert.Equal((kind, priority, "barrier-north"), (entry.Kind, entry.Priority, entry.Device));
        var data = JsonSerializer.Deserialize<VehicleData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((code, "North barrier", "Up", "Automatic", At), (data.Code, data.DeviceName!.En, data.Position, data.Mode, data.At));
        Assert.All([data.Reason.Zh, data.Reason.En], Assert.NotEmpty);
    }

    [Fact]
    public void Order_is_recorded_with_who_gave_it_and_why()
    {
        var reason = new BarrierReason("console:duty", new Wording("搬家车辆", "A removal van"));
        var entry = Mapping().EntryOf(Observed(BarrierEvent.ModeChanged, reason))!;
        var data = JsonSerializer.Deserialize<VehicleData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal(("console:duty", new LocalizedText("搬家车辆", "A removal van")), (data.OrderedBy, data.OrderReason));
    }

    [Theory]
    [InlineData(BarrierEvent.StuckRaising)]
    [InlineData(BarrierEvent.StuckLowering)]
    [InlineData(BarrierEvent.LoopStuck)]
    [InlineData(BarrierEvent.BeamStuck)]
    [InlineData(BarrierEvent.SensorRecovered)]
    [InlineData(BarrierEvent.LimitsContradict)]
    [InlineData(BarrierEvent.Lowered)]
    public void What_its_health_already_tells_is_not_recorded_twice(BarrierEvent happened) => Assert.Null(Mapping().EntryOf(Observed(happened)));

    [Fact]
    public void Every_event_is_either_recorded_or_known_to_be_told_by_health()
    {
        BarrierEvent[] byHealth =
        [
            BarrierEvent.StuckRaising, BarrierEvent.StuckLowering, BarrierEvent.LoopStuck, BarrierEvent.BeamStuck, BarrierEvent.SensorRecovered,
            BarrierEvent.LimitsContradict, BarrierEvent.Lowered,
        ];
        Assert.Equal(byHealth.Order(), Enum.GetValues<BarrierEvent>().Where(happened => BarrierWords.For(happened) is null).Order());
    }

    [Fact]
    public void Other_devices_reports_are_left_to_others() =>
        Assert.Null(Mapping().EntryOf(new DoorObserved(new DeviceId("gate"), At, DoorEvent.ForcedOpen)));

    [Fact]
    public void Barrier_that_is_gone_from_the_file_is_recorded_without_its_name()
    {
        var entry = new BarrierMapping(new FixedDevices(), new LaneInboxes()).EntryOf(Observed(BarrierEvent.Passed))!;
        Assert.Null(JsonSerializer.Deserialize<VehicleData>(entry.Data.Span, JsonSerializerOptions.Web)!.DeviceName);
    }

    private static BarrierObserved Observed(BarrierEvent happened, BarrierReason? reason = null) =>
        new(new DeviceId("barrier-north"), At, happened, BarrierPosition.Up, BarrierMode.Automatic, reason);

    private static BarrierMapping Mapping()
    {
        var barrier = Substitute.For<IVehicleBarrier>();
        barrier.Id.Returns(new DeviceId("barrier-north"));
        barrier.Name.Returns(new Wording("北门道闸", "North barrier"));
        return new BarrierMapping(new FixedDevices(barrier), new LaneInboxes());
    }
}
