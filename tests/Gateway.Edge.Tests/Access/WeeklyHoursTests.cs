using Gateway.Edge.Access;

namespace Gateway.Edge.Tests.Access;

public sealed class WeeklyHoursTests
{
    [Theory]
    [InlineData("Mon-Fri 08:00-18:00", "Mon-Fri 08:00-18:00")]
    [InlineData("周一至周五 8:00-12:00,13:00-18:00；周六 22:00-02:00", "Mon-Fri 08:00-12:00,13:00-18:00; Sat 22:00-02:00")]
    [InlineData("daily 00:00-24:00", "daily 00:00-00:00")]
    [InlineData("每天 07:30-09:00", "daily 07:30-09:00")]
    [InlineData("fri-mon 10:00-11:00", "Mon,Fri-Sun 10:00-11:00")]
    [InlineData("Sat,Sun 10:00-11:00", "Sat-Sun 10:00-11:00")]
    public void Hours_are_read_in_both_languages_and_written_in_one_spelling(string typed, string written)
    {
        Assert.True(WeeklyHours.TryParse(typed, out var hours));
        Assert.True(WeeklyHours.TryParse(written, out var again));
        Assert.Equal(written, hours.Text);
        Assert.Equal(hours, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(";")]
    [InlineData("Mon")]
    [InlineData("08:00-18:00")]
    [InlineData("Mon 25:00-26:00")]
    [InlineData("Mon 08:00")]
    [InlineData("Mon-Wed-Fri 08:00-09:00")]
    [InlineData("Mon 08:00-09:00 10:00-11:00")]
    public void Anything_else_is_refused(string? typed) => Assert.False(WeeklyHours.TryParse(typed, out _));

    [Fact]
    public void Whatever_is_read_is_read_again_in_its_one_spelling()
    {
        string[] days = ["daily", "每天", "Mon", "周一", "周一至周五", "Mon,Wed,Fri,Sun", "Sat,Sun", "fri-mon", "Tue,Thu"];
        string[] times = ["0:00-24:00", "8:00-9:00", "08:00～18:00", "22:00-2:00", "7:30-8:00,9:00-9:30"];
        var random = new Random(20260601);
        var (read, tooLong) = (0, 0);
        for (var round = 0; round < 5_000; round++)
        {
            var typed = string.Join(random.Next(2) == 0 ? ";" : "；", Enumerable.Range(0, random.Next(1, 18))
                .Select(_ => $"{days[random.Next(days.Length)]} {times[random.Next(times.Length)]}"));
            if (!WeeklyHours.TryParse(typed, out var hours))
            {
                tooLong += typed.Length <= WeeklyHours.LongestText ? 1 : 0;
                continue;
            }

            read++;
            Assert.True(WeeklyHours.TryParse(hours.Text, out var again), typed);
            Assert.Equal(hours, again);
        }

        // Both kinds were among them.
        Assert.True(read > 100 && tooLong > 100, $"{read} read, {tooLong} short when typed and refused");
    }

    [Theory]
    [InlineData("2026-06-01 07:59", false)]
    [InlineData("2026-06-01 08:00", true)]
    [InlineData("2026-06-01 17:59", true)]
    [InlineData("2026-06-01 18:00", false)]
    [InlineData("2026-06-06 08:00", false)]
    [InlineData("2026-06-06 22:00", true)]
    [InlineData("2026-06-07 01:59", true)]
    [InlineData("2026-06-07 02:00", false)]
    [InlineData("2026-06-07 22:30", false)]
    public void A_window_past_midnight_belongs_to_the_day_it_begins_on(string local, bool contained)
    {
        Assert.True(WeeklyHours.TryParse("Mon-Fri 08:00-18:00; Sat 22:00-02:00", out var hours));
        Assert.Equal(contained, hours.Contains(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
