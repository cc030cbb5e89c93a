using System.Text.Json;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Wire;

public sealed class OcppFieldsTests
{
    [Theory]
    [InlineData("""{"n":5}""", 5, null)]
    [InlineData("""{"n":0}""", null, OcppViolation.Property)]
    [InlineData("""{"n":12.6}""", 13, OcppViolation.Type)]
    [InlineData("""{"n":"12"}""", 12, OcppViolation.Type)]
    [InlineData("""{"n":"x"}""", null, OcppViolation.Type)]
    [InlineData("""{"n":99999999999}""", null, OcppViolation.Type)]
    [InlineData("""{"n":1e400}""", null, OcppViolation.Type)]
    [InlineData("""{"n":null}""", null, OcppViolation.Occurrence)]
    [InlineData("{}", null, OcppViolation.Occurrence)]
    public void A_whole_number_is_read_or_salvaged(string json, int? value, string? code)
    {
        var fields = Fields(json);

        Assert.Equal(value, fields.Whole("n", 1));
        Assert.Equal(code, fields.Violation?.Code);
    }

    [Theory]
    [InlineData("""{"t":"abc"}""", "abc", null)]
    [InlineData("""{"t":"abcdef"}""", "abcd", OcppViolation.Property)]
    [InlineData("""{"t":17}""", "17", OcppViolation.Type)]
    [InlineData("""{"t":[]}""", null, OcppViolation.Type)]
    [InlineData("""{"t":"\ud800"}""", null, OcppViolation.Type)]
    [InlineData("{}", null, OcppViolation.Occurrence)]
    public void A_text_is_cut_to_its_length(string json, string? value, string? code)
    {
        var fields = Fields(json);

        Assert.Equal(value, fields.Text("t", 4, required: true));
        Assert.Equal(code, fields.Violation?.Code);
    }

    [Theory]
    [InlineData("Charging", OcppStatus.Charging, null)]
    [InlineData("charging", OcppStatus.Charging, OcppViolation.Property)]
    [InlineData("SuspendedEV", OcppStatus.SuspendedEV, null)]
    [InlineData("SuspendedEVSE", OcppStatus.SuspendedEVSE, null)]
    [InlineData("3", null, OcppViolation.Property)]
    [InlineData("Available, Charging", null, OcppViolation.Property)]
    public void A_word_has_to_be_one_of_the_protocols(string word, object? value, string? code)
    {
        var fields = Fields($$"""{"w":"{{word}}"}""");

        Assert.Equal((OcppStatus?)value, fields.Choice<OcppStatus>("w"));
        Assert.Equal(code, fields.Violation?.Code);
    }

    [Theory]
    [InlineData("2026-06-01T08:00:00Z", 8, 0)]
    [InlineData("2026-06-01T08:00:00.123456789Z", 8, 0)]
    [InlineData("2026-06-01T16:00:00+08:00", 8, 0)]
    [InlineData("2026-06-01T08:30:00", 8, 30)]
    [InlineData("2026-06-01 08:30:00Z", 8, 30)]
    [InlineData("06/01/2026 08:30:00 AM", -1, 0)]
    [InlineData("2026-13-01T08:00:00Z", -1, 0)]
    [InlineData("yesterday, at half past eight", -1, 0)]
    [InlineData("", -1, 0)]
    public void A_time_is_read_in_its_zone_or_as_UTC(string text, int hour, int minute)
    {
        var time = OcppTime.Read(text);

        Assert.Equal(hour < 0 ? "none" : $"{hour}:{minute}", time is { } read ? $"{read.UtcDateTime.Hour}:{read.UtcDateTime.Minute}" : "none");
    }

    [Theory]
    [InlineData(-60, -60, false)]
    [InlineData(60, 0, false)]
    [InlineData(600, 0, true)]
    [InlineData(-86400, -86400, false)]
    [InlineData(-86400 * 400, 0, true)]
    public void A_time_that_cannot_be_gives_way_to_that_of_hearing(int offset, int settled, bool doubtful)
    {
        var heard = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(heard.AddSeconds(settled), OcppTime.Settle(heard.AddSeconds(offset), heard, out var wrong));
        Assert.Equal(doubtful, wrong);
    }

    [Fact]
    public void What_is_wrong_in_a_list_is_wrong_with_the_message()
    {
        var fields = Fields("""{"list":[{"n":1},7,{"n":"x"}]}""");

        Assert.Equal([1, null], fields.List("list", 8).Select(item => item.Whole("n", 0)));
        Assert.Equal("list must hold objects.", fields.Violation?.Words);
    }

    [Fact]
    public void A_list_beyond_its_bound_is_cut()
    {
        var fields = Fields("""{"list":[{},{},{}]}""");

        Assert.Equal(2, fields.List("list", 2).Count());
        Assert.Equal(OcppViolation.Occurrence, fields.Violation?.Code);
    }

    [Fact]
    public void A_connector_beyond_all_bounds_is_none()
    {
        Assert.Null(Fields("""{"connectorId":2000000}""").Connector(0));
        Assert.Equal(OcppLimits.Connectors, Fields($$"""{"connectorId":{{OcppLimits.Connectors}}}""").Connector(0));
    }

    internal static OcppFields Fields(string json) => new(JsonDocument.Parse(json).RootElement);
}
