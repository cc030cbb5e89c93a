using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Tests.Charging.Rules;

/// <summary>The rules of one session.</summary>
public sealed class SessionMachineTests
{
    [Fact]
    public void Battery_that_tapers_is_full_a_while_after_its_power_has_fallen()
    {
        var (machine, ended) = MeterTrace.Run(MeterTrace.Charger(hours: 3));

        Assert.Equal(EndReason.Full, machine.End);
        // exp(-t/1500) reaches 15 % after 2846 s; a quarter of an hour and the smoothing follow.
        Assert.InRange(ended!.Value, (3 * 3600) + 2846 + 900 - 60, (3 * 3600) + 2846 + 900 + 120);
        Assert.InRange(machine.Plateau, 178, 181);
        Assert.InRange(machine.WattHours, 540, 640);
    }

    [Fact]
    public void Charger_that_switches_itself_off_in_its_taper_means_full_and_one_pulled_on_its_plateau_does_not()
    {
        var tapered = MeterTrace.Charger(hours: 1).Select(point => point.Second < 5400 ? point : (point.Second, 0));
        Assert.Equal(EndReason.Full, MeterTrace.Run(tapered).Machine.End);

        var pulled = MeterTrace.Charger(hours: 3).Select(point => point.Second < 3600 ? point : (point.Second, 0));
        var (machine, ended) = MeterTrace.Run(pulled);
        Assert.Equal(EndReason.Unplugged, machine.End);
        Assert.InRange(ended!.Value, 3600 + 295, 3600 + 305);
    }

    [Fact]
    public void Nothing_plugged_in_ends_after_five_minutes_and_a_pause_between_two_batteries_does_not()
    {
        Assert.Equal(EndReason.NothingPlugged, MeterTrace.Run(MeterTrace.Steady(0.8, 1000)).Machine.End);

        var swapped = MeterTrace.Charger(hours: 3).Select(point => point.Second is >= 3600 and < 3800 ? (point.Second, 0) : point).Take(1000);
        var (machine, ended) = MeterTrace.Run(swapped);
        Assert.Null(ended);
        Assert.Equal(ChargePhase.Charging, machine.Phase);
    }

    [Fact]
    public void Phases_follow_the_charge()
    {
        var machine = new SessionMachine(MeterTrace.Rules());
        var seen = new List<ChargePhase>();
        foreach (var (second, watts) in MeterTrace.Steady(0, 60).Concat(MeterTrace.Charger().Select(point => (point.Second + 60, point.Watts))))
        {
            machine.Read(new ChargeSample(TimeSpan.FromSeconds(second), MeterTrace.Morning, watts));
            if (seen.Count == 0 || seen[^1] != machine.Phase)
            {
                seen.Add(machine.Phase);
            }
        }

        Assert.Equal([ChargePhase.Waiting, ChargePhase.Charging, ChargePhase.Tapering], seen);
    }

    [Fact]
    public void Longest_time_is_over_after_eight_hours()
    {
        var (machine, ended) = MeterTrace.Run(MeterTrace.Steady(180, 9 * 3600).Select(point => (point.Second, point.Watts + (point.Second / 2000))));
        Assert.Equal((EndReason.TimeLimit, 8 * 3600.0), (machine.End!.Value, ended!.Value));
    }

    [Fact]
    public void More_power_than_a_charger_draws_ends_it_and_the_rush_of_switching_on_does_not()
    {
        var (machine, ended) = MeterTrace.Run(MeterTrace.Steady(620, 60, step: 1));
        Assert.Equal(EndReason.Overload, machine.End);
        Assert.Equal(10, ended!.Value);

        var rush = MeterTrace.Charger(step: 1).Select(point => point.Second < 5 ? (point.Second, 900) : point).Take(600);
        Assert.Null(MeterTrace.Run(rush).EndedAt);
    }

    [Fact]
    public void Outlet_that_warms_too_much_ends_it_and_one_wrong_reading_does_not()
    {
        var machine = new SessionMachine(MeterTrace.Rules());
        for (var second = 0; second < 3600; second++)
        {
            machine.Read(new ChargeSample(TimeSpan.FromSeconds(second), MeterTrace.Morning, 180, Celsius: second == 900 ? 95 : 24));
        }

        Assert.Null(machine.End);
        var end = 0;
        for (var second = 3600; machine.End is null; second++)
        {
            end = second;
            machine.Read(new ChargeSample(TimeSpan.FromSeconds(second), MeterTrace.Morning, 180, Celsius: 24 + ((second - 3600) / 10.0)));
        }

        Assert.Equal(EndReason.Heat, machine.End);
        Assert.InRange(end, 3600 + 300, 3600 + 315);
    }

    [Fact]
    public void Plug_that_keeps_losing_contact_ends_it_and_a_full_charger_that_tops_up_does_not()
    {
        var loose = MeterTrace.Charger(step: 1).Select(point => point.Second > 300 && point.Second % 60 < 3 ? (point.Second, 0) : point);
        Assert.Equal(EndReason.Reconnects, MeterTrace.Run(loose).Machine.End);

        var topping = MeterTrace.Charger(hours: 1, step: 1).Select(point => point.Second > 6000 && point.Second % 60 < 20 ? (point.Second, 0) : point);
        Assert.Equal(EndReason.Full, MeterTrace.Run(topping).Machine.End);
    }

    [Fact]
    public void Strong_load_behind_a_thermostat_a_load_that_swings_and_one_that_never_changes_are_no_chargers()
    {
        var thermostat = MeterTrace.Steady(450, 1200, step: 1).Select(point => point.Second % 90 < 50 ? point : (point.Second, 0));
        Assert.Equal(EndReason.NotACharger, MeterTrace.Run(thermostat).Machine.End);

        var swinging = MeterTrace.Steady(100, 3600, step: 1).Select(point => (point.Second, point.Second % 120 < 60 ? 100.0 : 40));
        Assert.Equal(EndReason.NotACharger, MeterTrace.Run(swinging).Machine.End);

        var (flat, ended) = MeterTrace.Run(MeterTrace.Steady(300, 7 * 3600));
        Assert.Equal(EndReason.NotACharger, flat.End);
        Assert.InRange(ended!.Value, 5 * 3600, (5 * 3600) + 120);
    }

    [Theory]
    [InlineData(230.0, nameof(EndReason.NothingPlugged))]
    [InlineData(3.0, nameof(EndReason.PowerFailure))]
    public void Mains_that_fail_are_told_from_a_charger_that_is_not_there(double volts, string expected)
    {
        var machine = new SessionMachine(MeterTrace.Rules());
        for (var second = 0; machine.End is null && second < 1000; second++)
        {
            machine.Read(new ChargeSample(TimeSpan.FromSeconds(second), MeterTrace.Morning, 0, Volts: volts));
        }

        Assert.Equal(expected, machine.End.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Meter_that_says_nothing_to_go_by_for_a_minute_ends_it(double? watts)
    {
        var machine = new SessionMachine(MeterTrace.Rules());
        machine.Read(new ChargeSample(TimeSpan.Zero, MeterTrace.Morning, 180));
        Assert.Null(machine.Read(new ChargeSample(TimeSpan.FromSeconds(59), MeterTrace.Morning, watts)));
        Assert.Equal(EndReason.PowerFailure, machine.Read(new ChargeSample(TimeSpan.FromSeconds(60), MeterTrace.Morning, watts)));
    }

    [Fact]
    public void Night_ends_it_where_nobody_may_charge_then_and_lets_it_go_on_where_only_the_start_is_refused()
    {
        var ten = new DateTimeOffset(2026, 6, 1, 14, 0, 0, TimeSpan.Zero); // 22:00 in Shanghai
        foreach (var (policy, expected) in ((NightPolicy, EndReason?)[])[(NightPolicy.NoCharging, EndReason.Night), (NightPolicy.NoStart, null), (NightPolicy.None, null)])
        {
            var machine = new SessionMachine(MeterTrace.Rules(options => options.Night = policy));
            Assert.Null(machine.Read(new ChargeSample(TimeSpan.Zero, ten, 180)));
            Assert.Equal(expected, machine.Read(new ChargeSample(TimeSpan.FromHours(1), ten.AddHours(1), 180)));
        }
    }

    [Fact]
    public void What_it_has_said_once_it_says_for_ever()
    {
        var (machine, _) = MeterTrace.Run(MeterTrace.Steady(620, 60, step: 1));
        Assert.Equal(EndReason.Overload, machine.Read(new ChargeSample(TimeSpan.FromHours(20), MeterTrace.Morning, 0)));
    }
}
