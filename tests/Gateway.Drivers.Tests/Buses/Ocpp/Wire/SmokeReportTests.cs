using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Wire;

public sealed class SmokeReportTests
{
    [Theory]
    [InlineData("Smoke", null, null, true)]
    [InlineData("smokeAlarm", "1", null, true)]
    [InlineData("SmokeDetected", "{\"connectorId\":4}", 4, true)]
    [InlineData("Smoke", "{\"connector\":2,\"smoke\":true}", 2, true)]
    [InlineData("Smoke", "{\"connector\":2,\"smoke\":false}", 2, false)]
    [InlineData("Smoke", "{\"state\":\"Normal\"}", null, false)]
    [InlineData("Smoke", "{\"state\":{\"level\":9}}", null, true)]
    [InlineData("Smoke", "{\"connector\":-7}", null, true)]
    [InlineData("Smoke", "{ broken", null, true)]
    [InlineData("Smoke", "off", null, false)]
    [InlineData("Smoke", "0", null, false)]
    [InlineData("SmokeCleared", null, null, false)]
    [InlineData("SmokeCleared", "{\"connectorId\":4}", 4, false)]
    [InlineData("Smoke", "heavy", null, true)]
    public void Only_a_plain_word_says_that_the_air_is_clear(string messageId, string? data, int? connector, bool present) =>
        Assert.Equal(new SmokeReport(connector, present), SmokeReport.Read(new DataMessage("maker", messageId, data)));

    [Theory]
    [InlineData(null)]
    [InlineData("Temperature")]
    public void Other_messages_are_not_about_smoke(string? messageId) => Assert.Null(SmokeReport.Read(new DataMessage("maker", messageId, "smoke")));

    [Fact]
    public void Data_that_is_an_object_instead_of_a_text_counts_all_the_same()
    {
        var message = DataMessage.Read(OcppFieldsTests.Fields("""{"vendorId":"maker","messageId":"smoke","data":{"connectorId":5,"alarm":1}}"""));

        Assert.Equal(new SmokeReport(5, true), SmokeReport.Read(message));
    }
}
