using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class VehicleMappingTests
{
    public static TheoryData<string, string, EventPriority, bool> Urgencies => new()
    {
        { nameof(LaneEvent.Decided), nameof(VehicleOutcome.OpenedResident), EventPriority.Info, false },
        { nameof(LaneEvent.Decided), nameof(VehicleOutcome.Unknown), EventPriority.Info, false },
        { nameof(LaneEvent.Decided), nameof(VehicleOutcome.Unreadable), EventPriority.Info, true },
        { nameof(LaneEvent.Decided), nameof(VehicleOutcome.Denied), EventPriority.High, true },
        { nameof(LaneEvent.Passed), nameof(VehicleOutcome.Denied), EventPriority.High, false },
        { nameof(LaneEvent.Mistaken), nameof(VehicleOutcome.Unknown), EventPriority.Normal, true },
        { nameof(LaneEvent.Mistaken), nameof(VehicleOutcome.Denied), EventPriority.High, true },
        { nameof(LaneEvent.WaitsLong), nameof(VehicleOutcome.Unknown), EventPriority.Normal, true },
        { nameof(LaneEvent.Tailgated), nameof(VehicleOutcome.Unknown), EventPriority.Normal, true },
        { nameof(LaneEvent.Left), nameof(VehicleOutcome.Denied), EventPriority.Info, false },
        { nameof(LaneEvent.NotUsed), nameof(VehicleOutcome.OpenedVisitor), EventPriority.Info, false },
    };

    [Theory]
    [MemberData(nameof(Urgencies))]
    public void Denied_vehicle_is_the_stations_and_one_that_waits_the_guards(string happened, string outcome, EventPriority expected, bool picture)
    {
        var record = Record(Enum.Parse<LaneEvent>(happened), Enum.Parse<VehicleOutcome>(outcome));
        var (priority, data) = VehicleMapping.Of(record);
        Assert.Equal((expected, expected == EventPriority.High), (priority, data.Incident is not null));
        Assert.Equal(picture, VehicleMapping.KeepsPicture(record.Report));
    }

    [Fact]
    public void Record_says_which_vehicle_what_and_why_in_both_languages()
    {
        foreach (var happened in Enum.GetValues<LaneEvent>())
        {
            var data = VehicleMapping.Of(Record(happened, VehicleOutcome.Unknown)).Data;
            Assert.Contains("京A·12345", data.Reason.Zh, StringComparison.Ordinal);
            Assert.Contains("京A·12345", data.Reason.En, StringComparison.Ordinal);
            Assert.StartsWith("vehicle-", data.Code, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(VehicleStanding.Resident), false)]
    [InlineData(nameof(VehicleStanding.Visitor), false)]
    [InlineData(nameof(VehicleStanding.Denied), true)]
    public void No_picture_is_kept_of_a_registered_vehicle_unless_it_is_denied(string standing, bool kept)
    {
        var registered = new Vehicle(
            Guid.NewGuid(), Plates.Number(LaneStory.Resident), Enum.Parse<VehicleStanding>(standing), "王某", null, null, null, null, null, null, null);
        foreach (var happened in Enum.GetValues<LaneEvent>())
        {
            var record = Record(happened, VehicleOutcome.BarrierFault, vehicle => vehicle with { Decision = vehicle.Decision! with { Vehicle = registered } });
            Assert.True(kept || !VehicleMapping.KeepsPicture(record.Report), happened.ToString());
        }

        Assert.Equal(kept, VehicleMapping.KeepsPicture(Record(LaneEvent.Decided, VehicleOutcome.Denied, vehicle => vehicle with { Decision = vehicle.Decision! with { Vehicle = registered } }).Report));
    }

    [Fact]
    public void Every_event_has_a_code_of_its_own() =>
        Assert.Equal(Enum.GetValues<LaneEvent>().Length, Enum.GetValues<LaneEvent>().Select(VehicleMapping.CodeOf).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Fuzzy_match_names_the_number_that_was_read_and_the_one_that_it_was_taken_for()
    {
        var owner = new Vehicle(
            Guid.NewGuid(), Plates.Number("京A12346"), VehicleStanding.Resident, "王某", "3-1202", "138****0001", null, null, null, null, null);
        var record = Record(LaneEvent.Decided, VehicleOutcome.OpenedResident, vehicle => vehicle with { Decision = vehicle.Decision! with { Fuzzy = true, Vehicle = owner } });
        var data = VehicleMapping.Of(record).Data;
        Assert.Equal(("京A12345", true, "京A12346"), (data.Plate, data.Fuzzy, data.MatchedPlate));
        Assert.DoesNotContain("王某", System.Text.Json.JsonSerializer.Serialize(data, System.Text.Json.JsonSerializerOptions.Web), StringComparison.Ordinal);
    }

    [Fact]
    public void Guards_order_is_on_record_with_who_and_why()
    {
        var record = Record(LaneEvent.Decided, VehicleOutcome.OpenedByGuard, vehicle => vehicle with { By = "console:duty" });
        var data = VehicleMapping.Of(record).Data;
        Assert.Equal(("console:duty", "Because"), (data.OrderedBy, data.OrderReason!.En));
    }

    [Fact]
    public void Passage_in_a_fire_is_called_that_and_nothing_worse()
    {
        var record = Record(LaneEvent.Passed, VehicleOutcome.Unknown, vehicle => vehicle with { Followed = true }, BarrierMode.FireOverride);
        Assert.Contains("fire override", VehicleMapping.Of(record).Data.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Decision_that_nobody_may_order_says_so()
    {
        var record = Record(LaneEvent.Decided, VehicleOutcome.OpenedResident, mode: BarrierMode.Manual);
        Assert.Contains("nothing was ordered", VehicleMapping.Of(record).Data.Reason.En, StringComparison.Ordinal);
    }

    private static VehicleRecord Record(
        LaneEvent happened, VehicleOutcome outcome, Func<LaneVehicle, LaneVehicle>? change = null, BarrierMode mode = BarrierMode.Automatic)
    {
        var sighting = Plates.Sighting(1, LaneStory.Resident);
        var vehicle = new LaneVehicle
        {
            Id = Guid.CreateVersion7(),
            Direction = LaneDirection.In,
            Since = Plates.Start,
            Sighting = sighting,
            Decision = new VehicleDecision(outcome, new LocalizedText("因为", "Because"), sighting.Best.Number, null, Fuzzy: false),
        };
        return new VehicleRecord(
            new DeviceId("barrier-east"), new LocalizedText("东门道闸", "East barrier"), new LaneReport(happened, Plates.Start.AddSeconds(31), change?.Invoke(vehicle) ?? vehicle, BarrierPosition.Down, mode));
    }
}
