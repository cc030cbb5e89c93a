using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Wire;

public sealed class OcppFrameTests
{
    [Fact]
    public void The_three_kinds_of_message_are_told_apart()
    {
        Assert.Equal("Heartbeat", Assert.IsType<OcppFrame.Call>(Read("""[2,"a","Heartbeat",{}]""")).Action);
        Assert.Equal(JsonValueKind.Object, Assert.IsType<OcppFrame.Result>(Read("""[3,"a",{}]""")).Payload.ValueKind);
        Assert.Equal(("x", "words"), Assert.IsType<OcppFrame.Error>(Read("""[4,"a","x","words",{}]""")) is var error ? (error.Code, error.Description) : default);
        Assert.Equal(OcppViolation.Formation, Assert.IsType<OcppFrame.Broken>(Read("""[2,"a","Heartbeat","x"]""")).Violation.Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[2]")]
    [InlineData("""["2","a","Heartbeat",{}]""")]
    [InlineData("""[2.5,"a","Heartbeat",{}]""")]
    [InlineData("""[2,5,"Heartbeat",{}]""")]
    [InlineData("""[2,"","Heartbeat",{}]""")]
    [InlineData("""[9,"a","Heartbeat",{}]""")]
    public void What_has_no_id_or_no_kind_is_no_message(string text) => Assert.Null(Read(text));

    [Fact]
    public void An_id_beyond_all_bounds_is_no_id()
    {
        Assert.NotNull(Read($$"""[2,"{{new string('a', OcppFrame.IdLength)}}","Heartbeat",{}]"""));
        Assert.Null(Read($$"""[2,"{{new string('a', OcppFrame.IdLength + 1)}}","Heartbeat",{}]"""));
    }

    [Fact]
    public void Messages_are_written_as_the_protocol_has_them()
    {
        Assert.Equal("""[2,"a","Reset",{"type":"Soft"}]""", Encoding.UTF8.GetString(OcppWriter.Call("a", "Reset", new JsonObject { ["type"] = "Soft" })));
        Assert.Equal("""[3,"a\"b",{}]""", Encoding.UTF8.GetString(OcppWriter.Result("a\"b", [])));
        Assert.Equal("""[4,"a","InternalError","words",{}]""", Encoding.UTF8.GetString(OcppWriter.Error("a", new OcppViolation(OcppViolation.InternalError, "words"))));
    }

    private static OcppFrame? Read(string text) => OcppFrame.Read(JsonDocument.Parse(text).RootElement);
}
