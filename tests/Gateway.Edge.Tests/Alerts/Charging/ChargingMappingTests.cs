using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Charging;
using Gateway.Edge.Journal;
using NSubstitute;

namespace Gateway.Edge.Tests.Alerts.Charging;

public sealed class ChargingMappingTests
{
    private static readonly DeviceId Shed = new("shed-1");
    private static readonly DateTimeOffset At = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Wording Why = new("原因", "Reason");
    private readonly ChargingMapping _mapping = new(Directory());

    public static TheoryData<Observation, string, EventPriority, string, bool> Observations => new()
    {
        { new SmokeDetected(Shed, At), "fire", EventPriority.Emergency, "smoke", true },
        { new OverTemperature(Shed, At, "3", 81.26, 70), "fire", EventPriority.High, "over-temperature", true },
        { new OverTemperature(Shed, At, null, 81.26, 60), "fire", EventPriority.Emergency, "over-temperature", true },
        { new CutOffFailed(Shed, At, "3", Why, Why, 200), "charging", EventPriority.Emergency, "cut-off-failed", true },
        { new ContactorFailed(Shed, At, Why), "charging", EventPriority.Emergency, "contactor-failed", true },
        { new SmokeCleared(Shed, At), "charging", EventPriority.Normal, "smoke-cleared", false },
        { new ContactorOpened(Shed, At, Why), "charging", EventPriority.Normal, "contactor-opened", false },
        { new ContactorVerified(Shed, At, TimeSpan.Zero), "charging", EventPriority.Normal, "contactor-verified", false },
        { new ContactorClosed(Shed, At), "charging", EventPriority.Info, "contactor-closed", false },
        { new CutOffVerified(Shed, At, "3", Why, TimeSpan.Zero), "charging", EventPriority.Normal, "cut-off-verified", false },
        { new MeterImplausible(Shed, At, "3", Why), "charging", EventPriority.Normal, "meter-implausible", false },
        { new MeterReported(Shed, At, "3", new MeterReading(150)), "charging", EventPriority.Info, "meter", false },
        { new OutletChanged(Shed, At, "3", OutletState.Charging, Why, null), "charging", EventPriority.Info, "charging-begun", false },
        { new OutletChanged(Shed, At, "3", OutletState.Idle, Why, null), "charging", EventPriority.Info, "charging-rests", false },
    };

    [Theory]
    [MemberData(nameof(Observations), DisableDiscoveryEnumeration = true)]
    public void Observation_is_recorded_under_its_kind_with_its_urgency(Observation observed, string kind, EventPriority priority, string code, bool alarm)
    {
        var entry = _mapping.EntryOf(observed)!;
        Assert.Equal((kind, priority, "shed-1"), (entry.Kind, entry.Priority, entry.Device));
        var data = JsonSerializer.Deserialize<JsonElement>(entry.Data.Span);
        Assert.Equal(code, data.GetProperty("code").GetString());
        Assert.Equal(alarm, data.GetProperty("incident").ValueKind == JsonValueKind.String);
        var told = JsonSerializer.Deserialize<AlertData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal(new LocalizedText("一号棚", "Shed one"), told.DeviceName);
        Assert.All([told.Reason!.Zh, told.Reason.En], Assert.NotEmpty);
    }

    [Theory]
    [InlineData(OutletState.Unknown)]
    [InlineData(OutletState.Off)]
    [InlineData(OutletState.CuttingOff)]
    [InlineData(OutletState.Stuck)]
    public void State_that_another_record_tells_is_not_recorded_twice(OutletState state) =>
        Assert.Null(_mapping.EntryOf(new OutletChanged(Shed, At, "3", state, Why, null)));

    [Fact]
    public void Observations_of_other_devices_are_left_to_others() =>
        Assert.Null(_mapping.EntryOf(new Gateway.Drivers.FaceGates.DoorObserved(Shed, At, Gateway.Drivers.FaceGates.DoorEvent.Opened)));

    [Fact]
    public void Failed_cut_off_tells_outlet_power_and_cause()
    {
        var data = Read<ChargingData>(_mapping.EntryOf(new CutOffFailed(Shed, At, "3", Why, new Wording("粘连", "Welded"), 200.456))!);
        Assert.Equal(("3", 200.46, "Outlet 3 could not be cut off: Welded"), (data.Outlet, data.PowerWatts, data.Reason.En));
        Assert.Equal("Outlet 3", data.Place!.En);
    }

    [Fact]
    public void Hot_outlet_tells_temperature_and_limit()
    {
        var data = Read<FireData>(_mapping.EntryOf(new OverTemperature(Shed, At, "3", 81.26, 70))!);
        Assert.Equal((81.26, 70), (data.TemperatureCelsius, data.LimitCelsius));
        Assert.Contains("插座 3 过热：81.3 °C", data.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Hot_air_is_the_whole_shed_and_no_outlet()
    {
        var data = Read<FireData>(_mapping.EntryOf(new OverTemperature(Shed, At, null, 81.26, 60))!);
        Assert.Equal((null, null, 81.26, 60), (data.Outlet, data.Place, data.TemperatureCelsius, data.LimitCelsius));
        Assert.Contains("The shed is too hot: 81.3 °C", data.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Alarms_of_one_shed_that_follow_one_another_are_one_happening()
    {
        var first = Read<FireData>(_mapping.EntryOf(new OverTemperature(Shed, At, "3", 80, 70))!).Incident;
        var later = Read<ChargingData>(_mapping.EntryOf(new CutOffFailed(Shed, At.AddMinutes(20), "3", Why, Why, null))!).Incident;
        var smoke = Read<FireData>(_mapping.EntryOf(new SmokeDetected(Shed, At.AddMinutes(45)))!).Incident;
        Assert.Equal((first, first), (later, smoke));
        Assert.NotEqual(first, Read<FireData>(_mapping.EntryOf(new SmokeDetected(Shed, At.AddHours(3)))!).Incident);
        Assert.NotEqual(first, Read<FireData>(_mapping.EntryOf(new SmokeDetected(new DeviceId("shed-2"), At))!).Incident);
    }

    [Fact]
    public void Meter_is_recorded_once_a_minute_for_each_outlet()
    {
        var recorded = Enumerable.Range(0, 180).SelectMany(second => new[] { "1", "2" }.Select(outlet =>
            _mapping.EntryOf(new MeterReported(Shed, At.AddSeconds(second), outlet, new MeterReading(100)))));
        Assert.Equal(6, recorded.Count(entry => entry is not null));
    }

    [Fact]
    public void Value_that_json_cannot_hold_is_left_out()
    {
        var data = Read<ChargingData>(_mapping.EntryOf(new MeterReported(Shed, At, "3", new MeterReading(double.NaN, Energy: double.PositiveInfinity)))!);
        Assert.Null(data.PowerWatts);
        Assert.Null(data.EnergyWattHours);
    }

    private static T Read<T>(JournalEntry entry) => JsonSerializer.Deserialize<T>(entry.Data.Span, JsonSerializerOptions.Web)!;

    private static IDeviceDirectory Directory()
    {
        var point = Substitute.For<IChargingPoint>();
        point.Id.Returns(Shed);
        point.Name.Returns(new Wording("一号棚", "Shed one"));
        var directory = Substitute.For<IDeviceDirectory>();
        directory.Of<IChargingPoint>().Returns([point]);
        return directory;
    }
}
