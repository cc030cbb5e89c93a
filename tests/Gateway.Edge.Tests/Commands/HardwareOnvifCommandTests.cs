using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Tests.Buses.Onvif;
using Gateway.Edge.Commands;
using Microsoft.AspNetCore.Http;

namespace Gateway.Edge.Tests.Commands;

/// <summary><c>hardware discover</c> and <c>hardware onvif</c>.</summary>
public sealed class HardwareOnvifCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Device_is_told_as_a_hardware_file_writes_it()
    {
        await using var fake = await FakeOnvifDevice.StartAsync(FakeOnvifDevice.With(clockError: TimeSpan.FromHours(-1)));
        Assert.Equal(0, await RunAsync(["onvif", fake.Address.Authority, .. Login()]));
        var said = _output.ToString();
        foreach (var words in new[]
        {
            "Fake X1, firmware 1.2", "behind this machine", "NTP", "profile sub (Sub stream): H264 640x360",
            "\"camera\": { \"url\": \"rtsp://127.0.0.1:8554/sub?a=1&b=2\", \"secret\": \"gate\" }", $"snapshot http://{fake.Address.Authority}/snapshot/sub.jpg",
            "R1 (bistable, open at rest), R2 (monostable 1.5 s, closed at rest)", "inputs: D1, D2",
        })
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("viewer", said, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_as_json_holds_the_same()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        Assert.Equal(0, await RunAsync(["onvif", fake.Address.AbsoluteUri, "--json", .. Login()]));
        var device = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal("rtsp://127.0.0.1:8554/main?a=1&b=2", device.GetProperty("profiles")[0].GetProperty("stream").GetString());
        Assert.Equal(1920, device.GetProperty("profiles")[0].GetProperty("width").GetInt32());
        Assert.Equal("R2", device.GetProperty("relays")[1].GetProperty("token").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task Stream_with_a_password_in_its_path_is_offered_through_onvif_instead()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.Instead["GetStreamUri"] = context => context.Response.WriteAsync(
            FakeOnvifReplies.Envelope("<trt:GetStreamUriResponse><trt:Uri>rtsp://127.0.0.1/user=a&amp;password=tlJwpbo6&amp;channel=1</trt:Uri></trt:GetStreamUriResponse>"), Cancelled);
        Assert.Equal(0, await RunAsync(["onvif", fake.Address.Authority, .. Login()]));
        Assert.Contains($"\"url\": \"onvif://{fake.Address.Authority}/main\"", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("tlJwpbo6", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_without_a_login_ends_with_1_and_the_fix()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        Assert.Equal(1, await RunAsync("onvif", fake.Address.Authority));
        Assert.Contains("--secret NAME --secrets FILE", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("ONVIF 用户", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Absent_device_ends_with_1_and_its_address()
    {
        var fake = await FakeOnvifDevice.StartAsync();
        await fake.DisposeAsync();
        Assert.Equal(1, await RunAsync("onvif", fake.Address.Authority));
        Assert.Contains(fake.Address.Authority, _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--secret", "onvif", "192.0.2.1", "--secrets", "FILE")]
    [InlineData("no entry \"other\"", "onvif", "192.0.2.1", "--secrets", "FILE", "--secret", "other")]
    [InlineData("secrets file", "onvif", "http://admin:hunter2@192.0.2.1/")]
    [InlineData("host:port", "onvif", "ftp://192.0.2.1/")]
    [InlineData("0.1s to 60s", "discover", "--wait", "soon")]
    [InlineData("IPv4", "discover", "--at", "camera")]
    public async Task What_cannot_be_used_ends_with_2_and_the_fix(string fix, params string[] verb)
    {
        Assert.Equal(2, await RunAsync([.. verb.Select(word => word == "FILE" ? Login()[1] : word)]));
        Assert.Contains(fix, _errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Devices_that_answer_are_listed()
    {
        using var camera = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var search = RunAsync("discover", "--at", camera.Client.LocalEndPoint!.ToString()!, "--wait", "5s", "--json");
        var question = await camera.ReceiveAsync(Cancelled);
        await camera.SendAsync(Answer(OnvifXml.Parse(question.Buffer).Text("MessageID")!), question.RemoteEndPoint, Cancelled);
        Assert.Equal(0, await search);
        var device = Assert.Single(JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("devices").EnumerateArray());
        Assert.Equal("Gate camera", device.GetProperty("name").GetString());
        Assert.Equal("http://192.0.2.10/onvif/device_service", device.GetProperty("address").GetString());
    }

    [Fact]
    public void Device_is_printed_with_the_next_step()
    {
        var device = new FoundOnvifDevice(
            "urn:uuid:1", IPAddress.Loopback, new Uri("http://192.0.2.10:8000/onvif/device_service"), [], "Gate camera", "X1", ["name/Gate camera", "location/east"]);
        Assert.Equal(0, HardwareDiscoverCommand.Print([device], json: false, _output));
        foreach (var words in new[] { "192.0.2.10:8000  Gate camera  X1", "location/east", "1 device answered", "gateway hardware onvif 192.0.2.10:8000" })
        {
            Assert.Contains(words, _output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Silence_ends_with_1_and_what_to_check_in_both_languages()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        Assert.Equal(1, await RunAsync("discover", "--at", silent.Client.LocalEndPoint!.ToString()!, "--wait", "0.1"));
        Assert.Contains("没有 ONVIF 设备应答", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("No ONVIF device answered. Check that it has power", _output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private static byte[] Answer(string to) => Encoding.UTF8.GetBytes($"""
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery">
          <s:Header><a:RelatesTo>{to}</a:RelatesTo></s:Header><s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>urn:uuid:1</a:Address></a:EndpointReference>
          <d:Scopes>onvif://www.onvif.org/name/Gate%20camera</d:Scopes><d:XAddrs>http://192.0.2.10/onvif/device_service</d:XAddrs></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>
        """);

    private string[] Login()
    {
        var entry = new Dictionary<string, object>(StringComparer.Ordinal) { ["gate"] = new { user = FakeOnvifDevice.User, password = FakeOnvifDevice.Password } };
        return ["--secrets", _folder.Write("secrets.json", JsonSerializer.Serialize(entry), UnixFileMode.UserRead | UnixFileMode.UserWrite), "--secret", "gate"];
    }

    private Task<int> RunAsync(params string[] verb) => GatewayCommand.Create().Parse(["hardware", .. verb])
        .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors }, Cancelled);
}
