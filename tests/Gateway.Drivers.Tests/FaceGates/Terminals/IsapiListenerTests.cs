using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

public sealed class IsapiListenerTests : IDisposable
{
    private const string Held = "<HttpHostNotification xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"><id>1</id><url>/push/gate</url><protocolType>http</protocolType>"
        + "<parameterFormatType>json</parameterFormatType><addressingFormatType>ipaddress</addressingFormatType><ipAddress>192.0.2.1</ipAddress>"
        + "<portNo>8085</portNo><httpAuthenticationMethod>none</httpAuthenticationMethod></HttpHostNotification>";

    private static readonly TerminalListener Wanted = new("192.0.2.1", 8085, "/push/gate", Encrypted: false);
    private readonly ScriptedIsapi _terminal = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listener_that_stands_is_left_alone_whatever_its_case_and_namespace()
    {
        _terminal.Then(Held);
        Assert.False(await EnsureAsync(Wanted));
        Assert.Single(_terminal.Requests);
    }

    [Theory]
    [InlineData("/push/gate", "/else")]
    [InlineData("192.0.2.1", "0.0.0.0")]
    [InlineData("8085", "0")]
    [InlineData("json", "XML")]
    [InlineData("json", "")]
    [InlineData(">http<", ">EHome<")]
    public async Task Listener_that_differs_is_set(string before, string after)
    {
        _terminal.Then(Held.Replace(before, after, StringComparison.Ordinal)).Then("<ResponseStatus><statusCode>1</statusCode></ResponseStatus>");
        Assert.True(await EnsureAsync(Wanted));
        Assert.Contains("<url>/push/gate</url><protocolType>HTTP</protocolType><parameterFormatType>JSON</parameterFormatType>", _terminal.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_encryption_and_login_are_told_and_the_password_is_not_expected_back()
    {
        var wanted = new TerminalListener("gateway.local", 8443, "/push/gate", Encrypted: true) { Login = new DeviceLogin("west", "pass<>&word") };
        _terminal.Then(Held).Then("<ResponseStatus><statusCode>1</statusCode></ResponseStatus>");
        Assert.True(await EnsureAsync(wanted));
        var told = _terminal.Requests[1];
        Assert.Contains("<protocolType>HTTPS</protocolType>", told, StringComparison.Ordinal);
        Assert.Contains("<addressingFormatType>hostname</addressingFormatType><hostName>gateway.local</hostName>", told, StringComparison.Ordinal);
        Assert.Contains("<userName>west</userName><password>pass&lt;&gt;&amp;word</password><httpAuthenticationMethod>MD5digest</httpAuthenticationMethod>", told, StringComparison.Ordinal);
        var body = told[told.IndexOf("<Http", StringComparison.Ordinal)..].Replace("<password>pass&lt;&gt;&amp;word</password>", "", StringComparison.Ordinal);
        _terminal.Then(body);
        Assert.False(await EnsureAsync(wanted));
    }

    [Fact]
    public async Task Terminal_that_refuses_is_a_fault_without_the_password()
    {
        _terminal.Then(Held.Replace("8085", "0", StringComparison.Ordinal)).Then("<ResponseStatus><statusCode>6</statusCode><subStatusCode>badXmlContent</subStatusCode></ResponseStatus>", 400);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => EnsureAsync(Wanted with { Login = new DeviceLogin("west", "hidden") }));
        Assert.Contains("badXmlContent", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();

    private Task<bool> EnsureAsync(TerminalListener wanted) => new IsapiListener(_terminal.Client(new FakeTimeProvider()), wanted).EnsureAsync(Cancelled);
}
