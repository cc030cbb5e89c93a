using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Csv;

namespace Gateway.Edge.Tests.Access.Csv;

public sealed class LocalTimesTests
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("2026-06-01 08:00", false, "2026-06-01T00:00:00Z")]
    [InlineData("2026/6/1 8:00:30", false, "2026-06-01T00:00:30Z")]
    [InlineData(" 2026-06-01T08:00 ", false, "2026-06-01T00:00:00Z")]
    [InlineData("2026-06-01", false, "2026-05-31T16:00:00Z")]
    [InlineData("2026年6月1日", true, "2026-06-01T16:00:00Z")]
    [InlineData("2026-06-01T08:00:00+00:00", false, "2026-06-01T08:00:00Z")]
    public void Times_are_read_in_the_compounds_zone_and_a_day_alone_is_its_beginning_or_end(string text, bool isEnd, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), LocalTimes.Parse(text, s_zone, isEnd));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("45123")]
    [InlineData("08:00")]
    [InlineData("2026-02-30")]
    [InlineData("2026-06-01 25:00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("01/06/2026")]
    public void Anything_else_is_no_time(string text) => Assert.Null(LocalTimes.Parse(text, s_zone, isEnd: true));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(100_000_000));
            Assert.Equal(instant, LocalTimes.Parse(LocalTimes.Write(instant, s_zone), s_zone, isEnd: false));
        }
    }

    [Theory]
    [InlineData("住户", nameof(VehicleStanding.Resident))]
    [InlineData(" VISITOR ", nameof(VehicleStanding.Visitor))]
    [InlineData("临时", nameof(VehicleStanding.Worker))]
    [InlineData("denied", nameof(VehicleStanding.Denied))]
    [InlineData("业主", null)]
    [InlineData("", null)]
    [InlineData("0", null)]
    public void Standings_are_read_in_both_languages(string text, string? standing) => Assert.Equal(standing, StandingWords.Parse(text)?.ToString());

    [Theory]
    [InlineData(" 京a·12 3", "京A123")]
    [InlineData("Ａ１２－３", "A123")]
    [InlineData("%_'", "")]
    [InlineData(null, "")]
    public void Parts_of_plates_are_brought_into_the_spelling_of_plates(string? typed, string part) => Assert.Equal(part, PlatePart.Of(typed));
}
