using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

public sealed class IsapiDoorTests : IDisposable
{
    private const string Done = "{\"statusCode\":1,\"statusString\":\"OK\",\"subStatusCode\":\"ok\"}";
    private readonly ScriptedIsapi _terminal = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"AcsCfg\":{\"remoteCheckDoorEnabled\":true,\"checkChannelType\":\"ISAPIListen\"}}", true)]
    [InlineData("{\"AcsCfg\":{\"remoteCheckDoorEnabled\":true,\"checkChannelType\":\"ISAPI\"}}", true)]
    [InlineData("{\"AcsCfg\":{\"remoteCheckDoorEnabled\":\"true\"}}", true)]
    [InlineData("{\"AcsCfg\":{\"remoteCheckDoorEnabled\":false,\"checkChannelType\":\"PrivateSDK\"}}", false)]
    [InlineData("{\"AcsCfg\":{}}", false)]
    public async Task Setting_that_stands_is_left_alone(string settings, bool asks)
    {
        _terminal.Then(settings);
        await Door().EnsureAskingAsync(asks, Cancelled);
        Assert.Single(_terminal.Requests);
    }

    [Fact]
    public async Task Only_what_changes_is_sent()
    {
        _terminal.Then("{\"AcsCfg\":{\"remoteCheckDoorEnabled\":false,\"checkChannelType\":\"PrivateSDK\",\"showName\":true}}").Then(Done);
        await Door().EnsureAskingAsync(asks: true, Cancelled);
        Assert.Equal(
            "PUT /ISAPI/AccessControl/AcsCfg?format=json {\"AcsCfg\":{\"remoteCheckDoorEnabled\":true,\"checkChannelType\":\"ISAPIListen\",\"needDeviceCheck\":true}}",
            _terminal.Requests[1]);
    }

    [Fact]
    public async Task Terminal_that_cannot_ask_is_a_fault_in_words()
    {
        _terminal.Then("{\"AcsCfg\":{\"showName\":true}}").Then("{\"statusCode\":4,\"subStatusCode\":\"notSupport\"}", 403);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => Door().EnsureAskingAsync(asks: true, Cancelled));
        Assert.Contains("ask before it opens", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "success")]
    [InlineData(false, "failed")]
    public async Task Answer_has_the_documented_form(bool pass, string word)
    {
        _terminal.Then(Done);
        Assert.True((await Door().AnswerAsync(4711, pass, Cancelled)).Ok);
        Assert.Equal($"PUT /ISAPI/AccessControl/remoteCheck?format=json {{\"RemoteCheck\":{{\"serialNo\":4711,\"checkResult\":\"{word}\"}}}}", _terminal.Requests[0]);
    }

    [Fact]
    public async Task Command_goes_to_the_door_of_the_settings_and_a_refusal_is_a_fault()
    {
        _terminal.Then("<ResponseStatus><statusCode>1</statusCode></ResponseStatus>").Then("<ResponseStatus><statusCode>3</statusCode><subStatusCode>deviceBusy</subStatusCode></ResponseStatus>");
        await Door().CommandAsync("open", Cancelled);
        Assert.StartsWith("PUT /ISAPI/AccessControl/RemoteControl/door/2 ", _terminal.Requests[0], StringComparison.Ordinal);
        Assert.Contains("<cmd>open</cmd>", _terminal.Requests[0], StringComparison.Ordinal);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => Door().CommandAsync("open", Cancelled));
        Assert.Contains("deviceBusy", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();

    private IsapiDoor Door() => new(_terminal.Client(new FakeTimeProvider()), door: 2);
}
