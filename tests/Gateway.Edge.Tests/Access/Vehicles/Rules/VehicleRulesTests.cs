using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Rules;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Access.Vehicles.Rules;

public sealed class VehicleRulesTests
{
    // 12:00 in Shanghai, a Monday.
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly RuleSettings s_settings = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), null, null, SettleAtExit: true, TimeSpan.FromMinutes(30));

    [Fact]
    public void A_residents_vehicle_enters_and_leaves()
    {
        var registry = Registry(Vehicle("京A12345", VehicleStanding.Resident));

        Assert.Equal(VehicleOutcome.OpenedResident, Decide(registry, "京A12345").Outcome);
        Assert.Equal(VehicleOutcome.OpenedLeaving, Decide(registry, "京A12345", LaneDirection.Out).Outcome);
    }

    [Fact]
    public void A_slip_of_a_named_pair_still_finds_the_only_vehicle()
    {
        var decision = Decide(Registry(Vehicle("京A1D345", VehicleStanding.Resident)), "京A10345");

        Assert.Equal((VehicleOutcome.OpenedResident, true, "京A1D345", "京A10345"), (decision.Outcome, decision.Fuzzy, decision.Vehicle!.Plate.Text, decision.Plate!.Text));
    }

    [Fact]
    public void Two_vehicles_as_near_are_one_too_many() =>
        Assert.Equal(VehicleOutcome.Unknown, Decide(Registry(Vehicle("京A1D345", VehicleStanding.Resident), Vehicle("京A1Q345", VehicleStanding.Resident)), "京A10345").Outcome);

    [Fact]
    public void A_denied_plate_as_near_closes_the_fuzzy_way_even_by_a_pair_that_is_not_named()
    {
        var registry = Registry(Vehicle("京A1D345", VehicleStanding.Resident), Vehicle("京A1H345", VehicleStanding.Denied));

        Assert.Equal(VehicleOutcome.Unknown, Decide(registry, "京A10345").Outcome);
        Assert.Equal(VehicleOutcome.OpenedResident, Decide(registry, "京A1D345").Outcome);
    }

    [Fact]
    public void The_deny_list_is_matched_exactly_and_never_fuzzily()
    {
        var registry = Registry(Vehicle("京A1D345", VehicleStanding.Denied));

        Assert.Equal(VehicleOutcome.Denied, Decide(registry, "京A1D345").Outcome);
        Assert.Equal(VehicleOutcome.Unknown, Decide(registry, "京A10345").Outcome);
    }

    [Fact]
    public void A_denied_plate_is_denied_although_a_residents_is_near()
    {
        var registry = Registry(Vehicle("京A1D345", VehicleStanding.Resident), Vehicle("京A10345", VehicleStanding.Denied));

        Assert.Equal(VehicleOutcome.Denied, Decide(registry, "京A10345").Outcome);
    }

    [Fact]
    public void A_visitor_whose_window_is_over_does_not_become_the_resident_who_is_near()
    {
        var registry = Registry(Vehicle("京A1D345", VehicleStanding.Resident), Vehicle("京A10345", VehicleStanding.Visitor, until: s_now.AddHours(-1)));

        Assert.Equal(VehicleOutcome.Ended, Decide(registry, "京A10345").Outcome);
    }

    [Fact]
    public void A_colour_that_contradicts_closes_the_fuzzy_way()
    {
        var registry = Registry(Vehicle("京A1D345", VehicleStanding.Resident), Vehicle("京AD18345", VehicleStanding.Resident));

        Assert.Equal(VehicleOutcome.Unknown, Decide(registry, "京A10345", colour: PlateColour.Green).Outcome);
        Assert.Equal(VehicleOutcome.OpenedResident, Decide(registry, "京A10345", colour: PlateColour.Blue).Outcome);
        Assert.Equal(VehicleOutcome.Unknown, Decide(registry, "沪AD18345", colour: PlateColour.Blue).Outcome);
        Assert.Equal(VehicleOutcome.OpenedResident, Decide(registry, "沪AD18345", colour: PlateColour.Green).Outcome);
    }

    [Fact]
    public void A_vehicle_that_is_inside_is_not_the_one_that_looks_like_it_outside()
    {
        var vehicle = Vehicle("京A1D345", VehicleStanding.Resident);
        var stays = StaySnapshot.Empty.With(StayMoves.Enter(vehicle.Plate, vehicle, "north", s_now, null));

        Assert.Equal(VehicleOutcome.Unknown, Decide(Registry(vehicle), "京A10345", stays: stays).Outcome);
        Assert.Equal(VehicleOutcome.OpenedResident, Decide(Registry(vehicle), "京A1D345", stays: stays).Outcome);
    }

    [Theory]
    [InlineData(LaneDirection.In)]
    [InlineData(LaneDirection.Out)]
    [InlineData(LaneDirection.Both)]
    public void An_uncertain_plate_never_opens(LaneDirection direction)
    {
        var vehicle = Vehicle("京A12345", VehicleStanding.Resident);
        var decision = VehicleRules.Decide(
            new VehicleQuestion(vehicle.Plate, Certain: false, PlateColour.Blue, "north", direction, s_now), Registry(vehicle), StaySnapshot.Empty, s_settings);

        Assert.Equal((VehicleOutcome.Unreadable, false, vehicle.Plate), (decision.Outcome, decision.Opens, decision.Plate));
    }

    [Fact]
    public void Whose_an_uncertain_plate_seems_to_be_is_told_and_no_slip_is_forgiven()
    {
        var (denied, resident) = (Vehicle("苏E90X15", VehicleStanding.Denied), Vehicle("京A12345", VehicleStanding.Resident));

        Assert.Equal((VehicleOutcome.Unreadable, denied, VehicleWords.Unproven), Told("苏E90X15"));
        Assert.Equal((VehicleOutcome.Unreadable, resident, VehicleWords.Unproven), Told("京A12345"));
        Assert.Equal((VehicleOutcome.Unreadable, null, VehicleWords.Unproven), Told("沪A12345"));

        (VehicleOutcome, Vehicle?, Gateway.Cloud.Contract.LocalizedText) Told(string plate)
        {
            var question = new VehicleQuestion(VehiclesFixture.Plate(plate), Certain: false, PlateColour.Blue, "north", LaneDirection.In, s_now);
            var decision = VehicleRules.Decide(question, Registry(denied, resident), StaySnapshot.Empty, s_settings);
            return (decision.Outcome, decision.Vehicle, decision.Reason);
        }
    }

    [Theory]
    [InlineData("沪A12345", 0, 0.5f, nameof(VehicleOutcome.OpenedResident))]
    [InlineData("沪A12345", 0, 0.9f, nameof(VehicleOutcome.Unknown))]
    [InlineData("京A1Z345", 3, 0.5f, nameof(VehicleOutcome.OpenedResident))]
    [InlineData("京A1Z345", 3, 0.95f, nameof(VehicleOutcome.Unknown))]
    public void A_slip_is_not_looked_for_in_a_character_that_was_read_clearly(string read, int position, float confidence, string expected)
    {
        var characters = read.Select((value, index) => new PlateCharacter(value, index == position ? confidence : 1, '\0')).ToArray();
        var question = new VehicleQuestion(VehiclesFixture.Plate(read), true, PlateColour.Blue, "north", LaneDirection.In, s_now) { Characters = characters };

        var decision = VehicleRules.Decide(question, Registry(Vehicle("京A12345", VehicleStanding.Resident)), StaySnapshot.Empty, s_settings);

        Assert.Equal(expected, decision.Outcome.ToString());
    }

    [Theory]
    [InlineData("Mon 11:30-13:00", nameof(VehicleOutcome.OpenedVisitor))]
    [InlineData("Tue-Sun 00:00-24:00", nameof(VehicleOutcome.NotNow))]
    [InlineData("Mon 13:00-12:30", nameof(VehicleOutcome.NotNow))]
    [InlineData("Sun 13:00-12:30", nameof(VehicleOutcome.OpenedVisitor))]
    public void Weekly_hours_count_in_the_compounds_time_and_past_midnight(string hours, string expected)
    {
        Assert.True(WeeklyHours.TryParse(hours, out var parsed));
        var vehicle = Vehicle("京A12345", VehicleStanding.Visitor, until: s_now.AddDays(9));
        vehicle = vehicle with { Grant = vehicle.Grant! with { Hours = parsed } };

        Assert.Equal(expected, Decide(Registry(vehicle), "京A12345").Outcome.ToString());
    }

    [Fact]
    public void The_window_counts_from_its_beginning_and_not_at_its_end()
    {
        var begins = Registry(Vehicle("京A12345", VehicleStanding.Worker, from: s_now, until: s_now.AddHours(1)));
        var ends = Registry(Vehicle("京A12345", VehicleStanding.Worker, until: s_now));
        var comes = Registry(Vehicle("京A12345", VehicleStanding.Worker, from: s_now.AddTicks(1), until: s_now.AddHours(1)));

        Assert.Equal(VehicleOutcome.OpenedWorker, Decide(begins, "京A12345").Outcome);
        Assert.Equal(VehicleOutcome.Ended, Decide(ends, "京A12345").Outcome);
        Assert.Contains("12:00", Decide(ends, "京A12345").Reason.Zh, StringComparison.Ordinal);
        Assert.Equal(VehicleOutcome.NotNow, Decide(comes, "京A12345").Outcome);
    }

    [Fact]
    public void A_full_compound_lets_residents_in_and_nobody_else()
    {
        var settings = s_settings with { Capacity = 1 };
        var registry = Registry(Vehicle("京A12345", VehicleStanding.Resident), Vehicle("京B12345", VehicleStanding.Visitor, until: s_now.AddHours(1)));
        var stays = StaySnapshot.Empty.With(StayMoves.Enter(VehiclesFixture.Plate("京C12345"), null, "north", s_now, null));

        Assert.Equal(VehicleOutcome.OpenedResident, VehicleRules.Decide(Question("京A12345"), registry, stays, settings).Outcome);
        Assert.Equal(VehicleOutcome.Full, VehicleRules.Decide(Question("京B12345"), registry, stays, settings).Outcome);
        Assert.Equal(VehicleOutcome.OpenedVisitor, VehicleRules.Decide(Question("京B12345"), registry, StaySnapshot.Empty, settings).Outcome);
    }

    [Fact]
    public void An_overstay_waits_at_the_exit_until_it_is_settled_and_again_after_the_time_of_grace()
    {
        var vehicle = Vehicle("京A12345", VehicleStanding.Visitor, until: s_now.AddHours(1));
        var stay = StayMoves.Enter(vehicle.Plate, vehicle, "north", s_now.AddMinutes(-61), 60);

        Assert.Equal(VehicleOutcome.Overstayed, Leave(stay).Outcome);
        Assert.Contains("61", Leave(stay).Reason.En, StringComparison.Ordinal);
        Assert.Equal(VehicleOutcome.OpenedLeaving, Leave(stay with { SettledAt = s_now.AddMinutes(-30) }).Outcome);
        Assert.Equal(VehicleOutcome.Overstayed, Leave(stay with { SettledAt = s_now.AddMinutes(-31) }).Outcome);
        Assert.Equal(VehicleOutcome.OpenedLeaving, Leave(stay with { EnteredAt = s_now.AddMinutes(-60) }).Outcome);
        Assert.Equal(VehicleOutcome.OpenedLeaving, Leave(stay, s_settings with { SettleAtExit = false }).Outcome);

        VehicleDecision Leave(Stay stay, RuleSettings? settings = null) =>
            VehicleRules.Decide(Question("京A12345", LaneDirection.Out), Registry(vehicle), StaySnapshot.Empty.With(stay), settings ?? s_settings);
    }

    [Fact]
    public void A_slip_at_the_exit_loses_no_overstay()
    {
        var stay = StayMoves.Enter(VehiclesFixture.Plate("京A1D345"), null, "north", s_now.AddMinutes(-61), 60);

        Assert.Equal(VehicleOutcome.Overstayed, Decide(Registry(), "京A10345", LaneDirection.Out, stays: StaySnapshot.Empty.With(stay)).Outcome);
    }

    [Fact]
    public void A_resident_is_never_locked_in_whatever_the_stay_says()
    {
        var vehicle = Vehicle("京A12345", VehicleStanding.Resident, until: s_now.AddDays(-1));
        var stay = StayMoves.Enter(vehicle.Plate, null, "north", s_now.AddDays(-9), 60);

        Assert.Equal(VehicleOutcome.OpenedLeaving, Decide(Registry(vehicle), "京A12345", LaneDirection.Out, stays: StaySnapshot.Empty.With(stay)).Outcome);
        Assert.Equal(VehicleOutcome.Ended, Decide(Registry(vehicle), "京A12345").Outcome);
    }

    [Fact]
    public void A_denied_vehicle_that_is_inside_may_leave() =>
        Assert.Equal(VehicleOutcome.OpenedLeaving, Decide(Registry(Vehicle("京A12345", VehicleStanding.Denied)), "京A12345", LaneDirection.Out).Outcome);

    [Fact]
    public void A_lane_for_both_ways_asks_who_is_inside()
    {
        var vehicle = Vehicle("京A12345", VehicleStanding.Resident);
        var stays = StaySnapshot.Empty.With(StayMoves.Enter(vehicle.Plate, vehicle, "north", s_now, null));

        Assert.Equal(VehicleOutcome.OpenedResident, Decide(Registry(vehicle), "京A12345", LaneDirection.Both).Outcome);
        Assert.Equal(VehicleOutcome.OpenedLeaving, Decide(Registry(vehicle), "京A12345", LaneDirection.Both, stays: stays).Outcome);
    }

    [Theory]
    [InlineData(LaneDirection.In, nameof(VehicleOutcome.Denied))]
    [InlineData(LaneDirection.Both, nameof(VehicleOutcome.Denied))]
    [InlineData(LaneDirection.Out, nameof(VehicleOutcome.OpenedLeaving))]
    public void A_stay_that_nobody_saw_end_opens_for_no_denied_vehicle_but_at_an_exit(LaneDirection direction, string expected)
    {
        var vehicle = Vehicle("京A12345", VehicleStanding.Denied);

        Assert.Equal(expected, DecideInside(Stay(vehicle), direction, vehicle).Outcome.ToString());
        // Not even where an overstay is open: the alert matters more.
        Assert.Equal(VehicleOutcome.Denied, DecideInside(Stay(vehicle) with { AllowedMinutes = 1 }, LaneDirection.Both, vehicle).Outcome);
    }

    [Fact]
    public void In_a_lane_for_both_ways_a_stay_opens_for_nobody_who_could_not_come_in()
    {
        var ended = Vehicle("京A12345", VehicleStanding.Visitor, until: s_now);
        var moved = Vehicle("京A12345", VehicleStanding.Resident, until: s_now);
        var early = Vehicle("京A12345", VehicleStanding.Worker, from: s_now.AddHours(1), until: s_now.AddHours(2));
        var pardoned = Vehicle("京A12345", VehicleStanding.Denied, until: s_now);
        var near = Vehicle("京AL2345", VehicleStanding.Resident);
        (VehicleDecision Decision, VehicleOutcome Expected)[] refusals =
        [
            (DecideInside(Stay(ended), LaneDirection.Both, ended), VehicleOutcome.Ended),
            (DecideInside(Stay(moved), LaneDirection.Both, moved), VehicleOutcome.Ended),
            (DecideInside(Stay(early), LaneDirection.Both, early), VehicleOutcome.NotNow),
            (DecideInside(Stay(pardoned), LaneDirection.Both, pardoned), VehicleOutcome.Unknown),
            (DecideInside(Stay(null), LaneDirection.Both), VehicleOutcome.Unknown),
            (DecideInside(Stay(null), LaneDirection.Both, near), VehicleOutcome.Unknown),
        ];

        Assert.All(refusals, refusal => Assert.Equal((refusal.Expected, VehicleWords.MayBeLeaving), (refusal.Decision.Outcome, refusal.Decision.Reason)));
        Assert.All(refusals, refusal => Assert.False(refusal.Decision.Opens));
    }

    [Fact]
    public void In_a_lane_for_both_ways_a_visitor_leaves_after_the_last_entry_and_settles_an_overstay_first()
    {
        var visitor = Vehicle("京A12345", VehicleStanding.Visitor, until: s_now.AddHours(1)) with { EntriesLeft = 0 };
        var late = Stay(visitor) with { AllowedMinutes = 1 };

        Assert.Equal(VehicleOutcome.OpenedLeaving, DecideInside(Stay(visitor), LaneDirection.Both, visitor).Outcome);
        Assert.Equal(VehicleOutcome.Overstayed, DecideInside(late, LaneDirection.Both, visitor).Outcome);
        Assert.Equal(VehicleOutcome.OpenedLeaving, DecideInside(late with { SettledAt = s_now }, LaneDirection.Both, visitor).Outcome);
        // The stay of an earlier registration is no entry of this one.
        Assert.Equal(VehicleOutcome.NoEntriesLeft, DecideInside(Stay(visitor) with { Vehicle = Guid.NewGuid() }, LaneDirection.Both, visitor).Outcome);
        Assert.Equal(VehicleOutcome.NoEntriesLeft, Decide(Registry(visitor), "京A12345", LaneDirection.Both).Outcome);
    }

    [Fact]
    public void Every_refusal_says_what_to_do_next_in_both_languages()
    {
        var registry = Registry(Vehicle("京A12345", VehicleStanding.Denied), Vehicle("京B12345", VehicleStanding.Visitor, until: s_now));
        VehicleDecision[] refusals = [Decide(registry, "京A12345"), Decide(registry, "京B12345"), Decide(registry, "京C12345")];

        Assert.All(refusals, refusal => Assert.False(refusal.Opens));
        Assert.All(refusals, refusal => Assert.Contains("门岗", refusal.Reason.Zh, StringComparison.Ordinal));
        Assert.All(refusals, refusal => Assert.Contains("guard", refusal.Reason.En, StringComparison.Ordinal));
    }

    private static VehicleQuestion Question(string plate, LaneDirection direction = LaneDirection.In, PlateColour colour = PlateColour.Unknown) =>
        new(VehiclesFixture.Plate(plate), true, colour, "north", direction, s_now);

    private static VehicleDecision Decide(
        VehicleSnapshot registry, string plate, LaneDirection direction = LaneDirection.In, PlateColour colour = PlateColour.Unknown, StaySnapshot? stays = null) =>
        VehicleRules.Decide(Question(plate, direction, colour), registry, stays ?? StaySnapshot.Empty, s_settings);

    private static Stay Stay(Vehicle? vehicle) => StayMoves.Enter(VehiclesFixture.Plate("京A12345"), vehicle, "north", s_now.AddMinutes(-61), null);

    private static VehicleDecision DecideInside(Stay stay, LaneDirection direction, params Vehicle[] registered) =>
        Decide(Registry(registered), stay.Plate!.Text, direction, stays: StaySnapshot.Empty.With(stay));

    private static VehicleSnapshot Registry(params Vehicle[] vehicles) => VehicleSnapshot.Empty.With(vehicles);

    private static Vehicle Vehicle(string plate, VehicleStanding standing, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var grant = standing is VehicleStanding.Visitor or VehicleStanding.Worker
            ? new VehicleGrant(Guid.NewGuid(), from ?? s_now.AddHours(-1), until!.Value, null, null, 0, "3-1202")
            : null;
        return new Vehicle(Guid.NewGuid(), VehiclesFixture.Plate(plate), standing, "", null, null, from, until, null, null, null, grant);
    }
}
