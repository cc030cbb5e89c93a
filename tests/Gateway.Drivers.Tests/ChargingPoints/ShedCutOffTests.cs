using Gateway.Drivers.ChargingPoints;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>Cut-offs that take effect, and those that do not.</summary>
public sealed class ShedCutOffTests
{
    [Fact]
    public void Welded_relay_fails_the_cut_off_and_opens_the_contactor_whose_effect_is_verified()
    {
        var rig = new ShedRig();
        rig.Plug(0, 200);
        rig.SwitchOn(0);
        rig.Pass(1);
        rig.Welded[0] = true;
        rig.CutOff(0);
        rig.Pass(2.75);
        Assert.DoesNotContain(nameof(CutOffFailed), rig.Names);
        rig.Pass(0.25);
        var failed = rig.Single<CutOffFailed>();
        Assert.Equal((200, "1"), (failed.Power, failed.Outlet));
        Assert.Contains("relay is probably welded", failed.Cause.En, StringComparison.Ordinal);
        Assert.Equal(OutletState.Stuck, rig.Shed.Outlets[0].State);
        Assert.False(rig.Closed);
        Assert.Equal("Outlet 1 could not be cut off", rig.Single<ContactorOpened>().Reason.En);
        rig.Pass(1);
        Assert.NotNull(rig.Single<ContactorVerified>());
        Assert.DoesNotContain(nameof(ContactorFailed), rig.Names);
    }

    [Fact]
    public void Welded_contactor_is_an_alarm_of_its_own()
    {
        var rig = new ShedRig { ContactorWelded = true };
        rig.Plug(1, 150);
        rig.SwitchOn(1);
        rig.Welded[1] = true;
        rig.CutOff(1);
        rig.Pass(7);
        Assert.Contains("outlet 2 still draws 150 W", rig.Single<ContactorFailed>().Cause.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Silent_meter_proves_no_cut_off()
    {
        var rig = new ShedRig();
        rig.SwitchOn(0);
        rig.Pass(1);
        rig.Mute[0] = true;
        rig.CutOff(0);
        rig.Pass(7);
        var failed = rig.Single<CutOffFailed>();
        Assert.Null(failed.Power);
        Assert.Contains("its meter does not answer", failed.Cause.En, StringComparison.Ordinal);
        Assert.Contains("not every meter gives a reading", rig.Single<ContactorFailed>().Cause.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_begun_before_the_relay_was_driven_proves_nothing()
    {
        var rig = new ShedRig();
        rig.SwitchOn(0);
        rig.Pass(1);
        rig.CutOff(0);
        var early = rig.Now - TimeSpan.FromMilliseconds(1);
        Assert.Empty(rig.Shed.Read(0, new MeterReading(0), early, rig.Now));
        Assert.Equal(OutletState.CuttingOff, rig.Shed.Outlets[0].State);
        Assert.NotEmpty(rig.Shed.Read(0, new MeterReading(0), rig.Now, rig.Now));
        Assert.Equal(OutletState.Off, rig.Shed.Outlets[0].State);
    }

    [Fact]
    public void Relay_that_cannot_be_driven_fails_the_cut_off_with_its_own_words()
    {
        var rig = new ShedRig();
        rig.Plug(0, 100);
        rig.SwitchOn(0);
        rig.Pass(1);
        rig.RelayFault = "no answer within 500 ms";
        rig.CutOff(0);
        rig.Pass(3);
        Assert.Contains("cannot be driven: no answer within 500 ms", rig.Single<CutOffFailed>().Cause.En, StringComparison.Ordinal);
        Assert.False(rig.Closed);
    }

    [Fact]
    public void Power_on_an_outlet_that_is_off_is_cut_off_and_then_an_alarm()
    {
        var rig = new ShedRig();
        rig.Plug(1, 60);
        rig.Welded[1] = true;
        rig.Pass(1);
        Assert.Equal(OutletState.CuttingOff, rig.Shed.Outlets[1].State);
        rig.Pass(3);
        Assert.Equal("Power flows although the outlet was not switched on", rig.Single<CutOffFailed>().Reason.En);
        Assert.False(rig.Closed);
    }

    [Fact]
    public void Shed_without_a_contactor_still_tells_of_a_failed_cut_off()
    {
        var rig = new ShedRig(contactor: false);
        rig.Plug(0, 200);
        rig.Welded[0] = true;
        rig.Pass(10);
        Assert.Equal(200, rig.Single<CutOffFailed>().Power);
        Assert.Equal(ChargingWords.RefusedStuck, rig.Shed.Refusal(0));
        Assert.Null(rig.Shed.Refusal(1));
    }

    [Fact]
    public void Repeated_cut_offs_do_not_move_the_deadline()
    {
        var rig = new ShedRig();
        rig.Plug(0, 200);
        rig.SwitchOn(0);
        rig.Pass(1);
        rig.Welded[0] = true;
        for (var i = 0; i < 4; i++)
        {
            rig.CutOff(0);
            rig.Pass(0.75);
        }

        Assert.NotNull(rig.Single<CutOffFailed>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_happens_no_power_flows_for_long_where_none_should_unless_the_alarm_was_raised(int seed)
    {
        var random = new Random(seed);
        var rig = new ShedRig(outlets: 3);
        var unwanted = new TimeSpan[3];
        var failures = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var outlet = random.Next(3);
            switch (random.Next(12))
            {
                case 0 or 1:
                    rig.SwitchOn(outlet);
                    break;
                case 2:
                    rig.CutOff(outlet);
                    break;
                case 3:
                    rig.Plug(outlet, random.Next(3) * 120);
                    break;
                case 4:
                    rig.Welded[outlet] = random.Next(4) == 0;
                    break;
                case 5:
                    rig.Mute[outlet] = random.Next(4) == 0;
                    break;
                case 6 when random.Next(10) == 0:
                    rig.Smoke(random.Next(3) == 0);
                    break;
                case 7 when random.Next(4) == 0:
                    rig.Close();
                    break;
                case 8:
                    rig.Temperature = random.Next(10) == 0 ? 80 : 30;
                    break;
                default:
                    rig.Pass(0.25);
                    break;
            }

            for (var each = 0; each < 3; each++)
            {
                // Power on an outlet that its relay should not feed, seen by a meter that answers.
                var wrong = rig.Flows(each) > 0 && !rig.On[each] && !rig.Mute[each];
                unwanted[each] = wrong ? unwanted[each] == default ? rig.Now : unwanted[each] : default;
                Assert.False(wrong && rig.Now - unwanted[each] > TimeSpan.FromSeconds(4), $"Power flows since {unwanted[each]}, now {rig.Now}.");
            }

            Assert.False(rig.Shed.Smoke && (rig.Closed || rig.On.Any(on => on)));
            Assert.False(rig.Closed && rig.Shed.Outlets.Any(one => one.State == OutletState.Stuck));
            failures += rig.Told.OfType<CutOffFailed>().Count();
            rig.Told.Clear();
        }

        Assert.True(failures > 10);
    }
}
