using System.Globalization;
using System.ComponentModel.DataAnnotations;
using Gateway.Edge.Patrols;

namespace Gateway.Edge.Tests.Patrols;

public sealed class PatrolScheduleTests
{
    [Theory]
    [InlineData("2026-06-01T00:00:00+08:00", "2026-06-01T03:30:00+08:00")]
    [InlineData("2026-06-01T03:30:00+08:00", "2026-06-01T15:30:00+08:00")]
    [InlineData("2026-06-01T15:30:01+08:00", "2026-06-02T03:30:00+08:00")]
    [InlineData("2026-05-31T19:00:00+00:00", "2026-06-01T03:30:00+08:00")]
    public void Next_patrol_is_the_first_time_of_day_in_the_compound_s_zone(string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), Schedule("03:30,15:30", "Asia/Shanghai").Next(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void Time_that_the_clocks_leave_out_comes_as_much_later_and_one_that_comes_twice_counts_once()
    {
        var schedule = Schedule("02:30", "Europe/Berlin");

        // On 29 March 2026 clocks go from 02:00 to 03:00; on 25 October from 03:00 back to 02:00.
        Assert.Equal(DateTimeOffset.Parse("2026-03-29T03:30:00+02:00", CultureInfo.InvariantCulture), schedule.Next(DateTimeOffset.Parse("2026-03-28T12:00:00+01:00", CultureInfo.InvariantCulture)));
        var first = schedule.Next(DateTimeOffset.Parse("2026-10-24T12:00:00+02:00", CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse("2026-10-25T02:30:00+02:00", CultureInfo.InvariantCulture), first);
        Assert.Equal(DateTimeOffset.Parse("2026-10-26T02:30:00+01:00", CultureInfo.InvariantCulture), schedule.Next(first!.Value));
    }

    [Fact]
    public void None_means_never() => Assert.Null(Schedule("none", "Asia/Shanghai").Next(DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData("3:30")]
    [InlineData("00:00, 23:59")]
    [InlineData("none")]
    public void Times_of_day_are_accepted(string times) => Assert.Empty(Problems(times));

    [Theory]
    [InlineData("25:00")]
    [InlineData("03:30,")]
    [InlineData("half past three")]
    [InlineData("03:30;15:30")]
    public void Anything_else_is_refused_with_its_setting(string times) =>
        Assert.Contains("Patrol:Times", Assert.Single(Problems(times)).ErrorMessage, StringComparison.Ordinal);

    private static PatrolSchedule Schedule(string times, string zone) => PatrolSchedule.Of(new PatrolOptions { Times = times, TimeZone = zone });

    private static List<ValidationResult> Problems(string times)
    {
        List<ValidationResult> found = [];
        var options = new PatrolOptions { Times = times };
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        return found;
    }
}
