using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Tests.Access.Decisions;

public sealed class GrantRulesTests
{
    private static readonly LocalizedText s_plumber = new("水电工", "plumber");

    [Theory]
    // The night on which New York's clocks go from 02:00 to 03:00: the hour that never is lets nobody in, the next one does.
    [InlineData("America/New_York", "Sun 02:00-03:00", "2026-03-08T06:59:00Z", false)]
    [InlineData("America/New_York", "Sun 02:00-03:00", "2026-03-08T07:00:00Z", false)]
    [InlineData("America/New_York", "Sun 03:00-04:00", "2026-03-08T07:00:00Z", true)]
    // The night on which 01:30 comes twice: both count.
    [InlineData("America/New_York", "Sun 01:00-02:00", "2026-11-01T05:30:00Z", true)]
    [InlineData("America/New_York", "Sun 01:00-02:00", "2026-11-01T06:30:00Z", true)]
    [InlineData("America/New_York", "Sun 01:00-02:00", "2026-11-01T07:00:00Z", false)]
    [InlineData("Europe/Berlin", "Sat 22:00-06:00", "2026-03-29T03:59:59Z", true)]
    [InlineData("Europe/Berlin", "Sat 22:00-06:00", "2026-03-29T04:00:00Z", false)]
    [InlineData("Europe/Berlin", "Sun 02:00-03:00", "2026-10-25T00:30:00Z", true)]
    [InlineData("Europe/Berlin", "Sun 02:00-03:00", "2026-10-25T01:30:00Z", true)]
    // Past midnight, over the end of the week and of the year.
    [InlineData("Asia/Shanghai", "Sun 22:00-02:00", "2026-05-31T17:59:59Z", true)]
    [InlineData("Asia/Shanghai", "Sun 22:00-02:00", "2026-05-31T18:00:00Z", false)]
    [InlineData("Asia/Shanghai", "Mon 22:00-02:00", "2026-05-31T17:00:00Z", false)]
    [InlineData("Asia/Shanghai", "Thu 23:00-01:00", "2026-12-31T16:30:00Z", true)]
    // The leap day is a day like others.
    [InlineData("Asia/Shanghai", "Tue 08:00-18:00", "2028-02-29T04:00:00Z", true)]
    [InlineData("Asia/Shanghai", "Tue 22:00-02:00", "2028-02-29T17:00:00Z", true)]
    [InlineData("Asia/Shanghai", "Wed 22:00-02:00", "2028-02-29T17:00:00Z", false)]
    public void Windows_are_hours_on_the_compounds_wall_clock(string zone, string hours, string at, bool inside)
    {
        var scene = new GateScene("east", TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.True(WeeklyHours.TryParse(hours, out var parsed));

        Assert.Equal(inside, GrantRules.IsInHours(Terms() with { Hours = parsed }, scene, Instant(at)));
    }

    [Theory]
    [InlineData(HolidayRule.NotOnHolidays, "2026-10-01T15:00:00Z", false)]
    // Friday, one o'clock: the window began on the holiday before.
    [InlineData(HolidayRule.NotOnHolidays, "2026-10-01T17:00:00Z", false)]
    [InlineData(HolidayRule.NotOnHolidays, "2026-10-02T15:00:00Z", true)]
    [InlineData(HolidayRule.OnlyOnHolidays, "2026-10-01T17:00:00Z", true)]
    [InlineData(HolidayRule.OnlyOnHolidays, "2026-10-02T15:00:00Z", false)]
    [InlineData(HolidayRule.AnyDay, "2026-10-01T15:00:00Z", true)]
    internal void Of_a_window_past_midnight_the_day_on_which_it_began_is_the_holiday(HolidayRule rule, string at, bool inside)
    {
        var scene = Scene() with { Holidays = [new DateOnly(2026, 10, 1)] };
        Assert.True(WeeklyHours.TryParse("daily 22:00-02:00", out var hours));

        Assert.Equal(inside, GrantRules.IsInHours(Terms() with { Hours = hours, Holidays = rule }, scene, Instant(at)));
    }

    [Fact]
    public void Begin_is_included_and_end_is_not()
    {
        var terms = Terms();

        Assert.Equal(GrantVerdict.NotYet, GrantRules.Judge(terms, Scene(), terms.From.AddTicks(-1)));
        Assert.Equal(GrantVerdict.Expected, GrantRules.Judge(terms, Scene(), terms.From));
        Assert.Equal(GrantVerdict.Expected, GrantRules.Judge(terms, Scene(), terms.Until.AddTicks(-1)));
        Assert.Equal(GrantVerdict.Ended, GrantRules.Judge(terms, Scene(), terms.Until));
    }

    [Fact]
    public void Grant_that_has_ended_stays_over_when_the_clock_is_set_back()
    {
        var terms = Terms() with { IsOver = true };

        Assert.Equal(GrantVerdict.Ended, GrantRules.Judge(terms, Scene(), terms.From.AddHours(1)));
        Assert.Equal(GrantVerdict.Ended, GrantRules.Judge(terms, Scene(), terms.From.AddHours(-100)));
    }

    [Fact]
    public void Clock_that_jumps_forward_past_the_end_lets_nobody_in()
    {
        Assert.Equal(GrantVerdict.Ended, GrantRules.Judge(Terms(), Scene(), DateTimeOffset.MaxValue));
        Assert.Equal(GrantVerdict.NotYet, GrantRules.Judge(Terms(), Scene(), DateTimeOffset.MinValue));
    }

    [Fact]
    public void Door_that_opens_again_for_the_last_entry_is_the_same_entry_at_its_gate_only()
    {
        var entered = Terms().From.AddHours(1);
        var terms = Terms() with { EntriesLeft = 0, LastEntry = new LastEntry("east", entered) };

        Assert.Equal(GrantVerdict.Expected, GrantRules.Judge(terms, Scene(), entered.AddSeconds(59)));
        Assert.Equal(GrantVerdict.NoEntriesLeft, GrantRules.Judge(terms, Scene(), entered.AddSeconds(60)));
        Assert.Equal(GrantVerdict.NoEntriesLeft, GrantRules.Judge(terms, Scene(), entered.AddSeconds(-1)));
        Assert.Equal(GrantVerdict.NoEntriesLeft, GrantRules.Judge(terms, Scene() with { Gate = "west" }, entered.AddSeconds(5)));
    }

    private static GateScene Scene() => new("east", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static GrantTerms Terms() => new(
        Guid.Parse("11111111-1111-1111-1111-111111111111"), s_plumber, Instant("2026-01-01T00:00:00Z"), Instant("2027-01-01T00:00:00Z"), GrantPlaces.Everywhere);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
