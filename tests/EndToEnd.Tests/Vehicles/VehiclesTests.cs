using Gateway.Cloud.Contract.Events;

namespace EndToEnd.Tests.Vehicles;

/// <summary>Vehicles from a camera's frames to the arm and the station, with every part as its own process.</summary>
public sealed class VehiclesTests
{
    private const string Resident = "沪A5F236";
    private const string Denied = "苏E90X15";
    private const string Dirty = "浙C71920";

    private static readonly string[][] s_registry =
    [
        ["add", "--plate", Resident, "--standing", "resident", "--owner", "张三", "--unit", "3-1202"],
        ["deny", Denied, "--reason", "盗抢车辆"],
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Residents_car_passes_without_anybody_s_hand_and_is_on_record_at_the_station_without_a_picture()
    {
        await using var compound = await GateCompound.StartAsync(s_registry, [GateCompound.Vehicle(8, Resident)], Stop);
        var records = await compound.RecordsAsync(found => found.Any(record => record.Code == VehicleData.Passed), Stop);
        // On a busy machine the reading takes long enough for the driver to be told so first.
        var decided = records.Last(record => record.Code == VehicleData.Decided);
        Assert.Equal((Resident, "OpenedResident", "In"), (decided.Plate, decided.Outcome, decided.Direction));
        Assert.Equal("plate", Assert.Single(records, record => record.Code == "barrier-raised").OrderedBy);
        var passed = Assert.Single(records, record => record.Code == VehicleData.Passed);
        Assert.Equal((Resident, decided.Visit), (passed.Plate, passed.Visit));

        await compound.StoredAsync(found => found.Any(record => record.Code == VehicleData.Passed && record.Plate == Resident), Stop);
        Assert.Empty(await compound.AlertsAsync(static _ => true, Stop));
        Assert.Equal(0, await compound.Parts.Gateway.StopAsync(Stop));
        var (_, output) = await Harness.CompoundUnderTest.GatewayVerbAsync(["vehicles", "stays", "--json", "--data", compound.Parts.GatewayData], Stop);
        Assert.Contains(Resident, output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task Denied_car_waits_and_is_an_alert_at_the_station_with_its_picture()
    {
        await using var compound = await GateCompound.StartAsync(s_registry, [GateCompound.Vehicle(8, Denied)], Stop);
        var alert = Assert.Single(await compound.AlertsAsync(alerts => alerts is [{ Pictures: 1 }], Stop));
        Assert.Equal((int)EventPriority.High, alert.Priority);
        Assert.Contains("苏E·90X15", alert.Headline, StringComparison.Ordinal);
        Assert.DoesNotContain(await compound.RecordsAsync(static _ => true, Stop), record => record.Code is "barrier-raised" or VehicleData.Passed);
    }

    [Fact(Timeout = 300_000)]
    public async Task Car_whose_plate_cannot_be_read_is_the_guards_and_the_arm_stays_down()
    {
        await using var compound = await GateCompound.StartAsync(s_registry, [GateCompound.Vehicle(8, Dirty, dirt: 1)], Stop);
        var records = await compound.RecordsAsync(found => found.Any(record => record.Outcome == "Unreadable"), Stop);
        Assert.DoesNotContain(records, record => record.Code is "barrier-raised" or VehicleData.Passed);
        Assert.Empty(await compound.AlertsAsync(static _ => true, Stop));
    }
}
