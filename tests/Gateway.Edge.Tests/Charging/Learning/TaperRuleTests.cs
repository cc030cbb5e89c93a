using Gateway.Edge.Charging.Learning;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;

namespace Gateway.Edge.Tests.Charging.Learning;

/// <summary>Batteries that no longer taper, told from the sessions of their outlet.</summary>
public sealed class TaperRuleTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Battery_that_used_to_taper_and_did_not_three_times_in_a_row_is_a_finding()
    {
        var past = Past(0.95, 0.97, 0.2, 0.22, 0.18, 0.25, 0.2, 0.21);
        var finding = TaperRule.Judge(Session(0.96), past);

        Assert.Equal((FindingKind.TapersNoMore, 0.96), (finding!.Kind, finding.Tail));
        Assert.InRange(finding.Usual!.Value, 0.19, 0.22);
    }

    [Fact]
    public void Once_or_twice_is_somebody_in_a_hurry()
    {
        Assert.Null(TaperRule.Judge(Session(0.96), Past(0.2, 0.97, 0.2, 0.22, 0.18, 0.25, 0.2, 0.21)));
        Assert.Null(TaperRule.Judge(Session(0.96), Past(0.97, 0.2, 0.2, 0.22, 0.18, 0.25, 0.2, 0.21)));
    }

    [Fact]
    public void Outlet_that_has_learned_nothing_or_whose_bikes_never_stay_till_the_end_says_nothing()
    {
        Assert.Null(TaperRule.Judge(Session(0.96), Past(0.95, 0.97, 0.2, 0.2, 0.2, 0.2)));
        Assert.Null(TaperRule.Judge(Session(0.96), Past(0.95, 0.97, 0.9, 0.92, 0.95, 0.91, 0.2, 0.9)));
    }

    [Fact]
    public void Another_charger_s_sessions_and_those_that_were_cut_short_do_not_count()
    {
        var others = Past(0.95, 0.97, 0.2, 0.22, 0.18, 0.25, 0.2, 0.21).Select(session => session with { Plateau = 300 });
        Assert.Null(TaperRule.Judge(Session(0.96), others));
        var cut = Past(0.95, 0.97, 0.2, 0.22, 0.18, 0.25, 0.2, 0.21).Select(session => session with { Reason = EndReason.Smoke });
        Assert.Null(TaperRule.Judge(Session(0.96), cut));
        Assert.Null(TaperRule.Judge(Session(0.96) with { Reason = EndReason.StoppedByProperty }, Past(0.95, 0.97, 0.2, 0.22, 0.18, 0.25, 0.2, 0.21)));
    }

    [Fact]
    public void Full_power_until_the_time_was_over_is_a_finding_by_itself()
    {
        var finding = TaperRule.Judge(Session(0.93) with { Reason = EndReason.TimeLimit }, []);
        Assert.Equal((FindingKind.NeverTapered, null), (finding!.Kind, finding.Usual));
        Assert.Null(TaperRule.Judge(Session(0.4) with { Reason = EndReason.TimeLimit }, []));
    }

    [Fact]
    public void Single_odd_sessions_do_not_move_what_was_learned()
    {
        // Two of ten earlier ones were pulled early: the median stands.
        Assert.NotNull(TaperRule.Judge(Session(0.99), Past(0.98, 0.99, 0.2, 0.95, 0.2, 0.19, 0.21, 0.9, 0.2, 0.22)));
    }

    [Fact]
    public void Tail_is_what_flowed_last_and_unknown_for_a_short_charge()
    {
        Assert.Null(ChargeTail.Of([.. Curve(3000, _ => 180)]));
        Assert.Null(ChargeTail.Of([]));
        Assert.Equal(1, ChargeTail.Of([.. Curve(7200, _ => 180)]));
        Assert.InRange(ChargeTail.Of([.. Curve(14_400, second => second < 7200 ? 180 : 180 * Math.Exp(-(second - 7200) / 1500))])!.Value, 0.01, 0.05);
        // What stands still at the end, with nothing plugged in, changes nothing.
        Assert.Equal(1, ChargeTail.Of([.. Curve(9000, second => second < 7200 ? 180 : 0)]));
    }

    private static IEnumerable<CurvePoint> Curve(double seconds, Func<double, double> watts) =>
        Enumerable.Range(0, (int)(seconds / 20)).Select(index => new CurvePoint(index * 20, watts(index * 20)));

    private static ChargeSession Session(double tail) => new(Guid.NewGuid(), "shed-1", "1", s_now.AddHours(-4))
    {
        Seen = s_now, Ended = s_now, Reason = EndReason.Unplugged, Tail = tail, Plateau = 180,
    };

    private static IEnumerable<ChargeSession> Past(params double[] tails) => tails.Select((tail, index) => Session(tail) with
    {
        Plateau = 180 * (0.97 + (0.06 * (index % 2))), Reason = tail > 0.7 ? EndReason.Unplugged : EndReason.Full,
    });
}
