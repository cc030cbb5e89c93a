using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Http;

/// <summary>The receiver, pushed to by curl.</summary>
public sealed class HttpPushBusTests : IDisposable
{
    private const string Path = "/push/gate";

    /// <summary>Python's own digest client, which knows MD5 and looks at the first challenge alone.</summary>
    private const string PythonPush = """
        import sys, urllib.request
        url, user, password = sys.argv[1:]
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, user, password)
        opener = urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler(passwords))
        request = urllib.request.Request(url, b'{"by":"md5"}', {"Content-Type": "application/json"})
        print(opener.open(request, timeout=20).status)
        """;

    private static readonly DeviceLogin Login = new("terminal", "pa ss \"w\"");
    private readonly FakeTimeProvider _clock = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Json_by_digest_is_delivered(string method)
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Sender(Login));
        Assert.Equal(200, await PushAsync(bus, Login.Password, "-X", method, "-H", "Content-Type: application/json; charset=UTF-8", "-d", "{\"a\":1}"));
        var message = await inbox.ReadAsync(Cancelled);
        var part = Assert.Single(message.Parts);
        Assert.True(part.IsJson);
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(part.Body.Span));
        Assert.Equal(_clock.GetUtcNow(), message.At);
        Assert.Equal((1, 0), (inbox.Counters.Accepted, inbox.Counters.Refused));
    }

    [Fact(Timeout = 60_000)]
    public async Task Form_with_event_and_large_picture_is_delivered_in_order()
    {
        var picture = new byte[MultipartLimits.Part - 1000];
        new Random(3).NextBytes(picture);
        await File.WriteAllBytesAsync(_folder.File("p.jpg"), picture, Cancelled);
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Sender(Login));
        Assert.Equal(200, await PushAsync(bus, Login.Password, "-F", "event_log={\"e\":1};type=application/json", "-F", $"Picture=@{_folder.File("p.jpg")};type=image/jpeg"));
        var parts = (await inbox.ReadAsync(Cancelled)).Parts;
        Assert.Equal(["event_log", "Picture"], parts.Select(part => part.Name));
        Assert.Equal(picture, parts[1].Body.ToArray());
    }

    [Fact(Timeout = 60_000)]
    public async Task Client_that_speaks_md5_alone_and_one_that_prefers_sha_256_are_both_let_in()
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Sender(Login));
        await File.WriteAllTextAsync(_folder.File("push.py"), PythonPush, Cancelled);
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [_folder.File("push.py"), bus.Url(Path), Login.User, Login.Password])
        {
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("200", (await python.StandardOutput.ReadToEndAsync(Cancelled)).Trim());
        await python.WaitForExitAsync(Cancelled);
        using var own = new DeviceHttpClient("gate", new DeviceHttpSettings { Address = new Uri(bus.Url("/")), Login = Login }, _clock);
        using var body = new StringContent("{\"by\":\"sha\"}", Encoding.UTF8, "application/json");
        Assert.True((await own.SendAsync(HttpMethod.Post, Path, body, Cancelled)).IsSuccess);
        Assert.Equal("{\"by\":\"md5\"}", Encoding.UTF8.GetString((await inbox.ReadAsync(Cancelled)).Parts[0].Body.Span));
        Assert.Equal("{\"by\":\"sha\"}", Encoding.UTF8.GetString((await inbox.ReadAsync(Cancelled)).Parts[0].Body.Span));
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_password_basic_and_none_are_refused_and_counted()
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Sender(Login));
        Assert.Equal(401, await PushAsync(bus, "wrong", "-H", "Content-Type: application/json", "-d", "{}"));
        Assert.Equal(401, await Curl.StatusAsync(Cancelled, "--basic", "-u", $"{Login.User}:{Login.Password}", "-d", "{}", bus.Url(Path)));
        Assert.Equal(401, await Curl.StatusAsync(Cancelled, "-d", "{}", bus.Url(Path)));
        Assert.Equal(404, await Curl.StatusAsync(Cancelled, "-d", "{}", bus.Url("/elsewhere")));
        Assert.Equal((0, 2), (inbox.Counters.Accepted, inbox.Counters.Refused));
    }

    [Fact(Timeout = 60_000)]
    public async Task Address_that_is_not_allowed_is_refused_even_with_the_right_password()
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Sender(Login) with { Allowed = [IPNetwork.Parse("127.0.0.5/32")] });
        string[] push = ["-H", "Content-Type: application/json", "-d", "{}"];
        Assert.Equal(403, await PushAsync(bus, Login.Password, push));
        Assert.Equal(200, await PushAsync(bus, Login.Password, [.. push, "--interface", "127.0.0.5"]));
        Assert.Equal((1, 1), (inbox.Counters.Accepted, inbox.Counters.Refused));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("GET", "application/json", "{}", 405)]
    [InlineData("POST", "application/x-www-form-urlencoded", "a=1", 415)]
    [InlineData("POST", "multipart/form-data; boundary=b", "garbage", 400)]
    [InlineData("POST", "multipart/form-data; boundary=b", "--b\r\nno colon\r\n\r\n", 400)]
    [InlineData("POST", "multipart/mixed", "--b--", 415)]
    public async Task Garbage_is_named_and_counted_and_the_next_push_goes_through(string method, string type, string body, int expected)
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Local(Path));
        Assert.Equal(expected, await Curl.StatusAsync(Cancelled, "-X", method, "-H", $"Content-Type: {type}", "--data-binary", body, bus.Url(Path)));
        Assert.Equal(1, inbox.Counters.Malformed);
        Assert.Equal(200, await JsonAsync(bus, Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task Body_that_is_too_large_is_refused_unread()
    {
        await File.WriteAllBytesAsync(_folder.File("big"), new byte[PushEndpoint.LongestBody + 1], Cancelled);
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Local(Path));
        var status = await Curl.StatusAsync(Cancelled, "-H", "Content-Type: application/json", "--data-binary", "@" + _folder.File("big"), bus.Url(Path));
        Assert.Equal(413, status);
        Assert.Equal(1, inbox.Counters.Malformed);
    }

    [Fact(Timeout = 120_000)]
    public async Task Flood_fills_the_flooders_queue_and_leaves_the_other_device_its_own()
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var flooder = bus.Bus.Open(Local("/push/flooder"));
        using var other = bus.Bus.Open(Local("/push/other"));
        using var http = new HttpClient();
        var answers = new Dictionary<int, int>();
        for (var i = 0; i < 300; i++)
        {
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(bus.Url("/push/flooder")), body, Cancelled);
            answers[(int)answer.StatusCode] = answers.GetValueOrDefault((int)answer.StatusCode) + 1;
            if (i % 10 == 9)
            {
                // Some time passes, so that the rate lets more through than the queue holds.
                _clock.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        Assert.Equal(PushInbox.Capacity, answers[200]);
        Assert.True(answers[429] > 100);
        Assert.True(answers[503] > 0);
        Assert.Equal((answers[429], answers[503]), (flooder.Counters.Limited, flooder.Counters.Overflowed));
        Assert.Equal(200, await JsonAsync(bus, "/push/other"));
        Assert.Equal("{}", Encoding.UTF8.GetString((await other.ReadAsync(Cancelled)).Parts[0].Body.Span));
    }

    [Fact(Timeout = 60_000)]
    public async Task Pictures_that_nobody_takes_fill_the_queue_by_their_size()
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var inbox = bus.Bus.Open(Local(Path));
        var message = new PushMessage(_clock.GetUtcNow(), [new HttpPart("", "image/jpeg", new byte[4 << 20])]);
        Assert.Equal([true, true, true, true, false], Enumerable.Range(0, 5).Select(_ => inbox.TryDeliver(message)));
        await inbox.ReadAsync(Cancelled);
        Assert.True(inbox.TryDeliver(message));
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_hangs_on_its_connections_does_not_keep_another_out()
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using var other = bus.Bus.Open(Local(Path));
        using var stop = new CancellationTokenSource();
        var hanging = Enumerable.Range(0, 40).Select(_ => HangAsync(bus.Endpoint, stop.Token)).ToList();
        for (var closed = 0; closed < 40 - SourceLimit.Most; closed++)
        {
            hanging.Remove(await Task.WhenAny(hanging).WaitAsync(Cancelled));
        }

        Assert.Equal(200, await JsonAsync(bus, Path));
        Assert.All(hanging, connection => Assert.False(connection.IsCompleted));
        await stop.CancelAsync();
        await Task.WhenAll(hanging);
    }

    [Fact(Timeout = 60_000)]
    public async Task Certificate_of_the_installation_is_served()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=gateway", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(_clock.GetUtcNow().AddYears(-1), _clock.GetUtcNow().AddYears(10));
        await File.WriteAllTextAsync(_folder.File("cert.pem"), certificate.ExportCertificatePem(), Cancelled);
        await File.WriteAllTextAsync(_folder.File("key.pem"), key.ExportPkcs8PrivateKeyPem(), Cancelled);
        await using var bus = await RunningPushBus.StartAsync(_clock, new HttpPushSettings
        {
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Certificate = _folder.File("cert.pem"),
            Key = _folder.File("key.pem"),
        });
        using var inbox = bus.Bus.Open(Local(Path));
        string[] push = ["-H", "Content-Type: application/json", "-d", "{}", bus.Url(Path, "https")];
        Assert.Equal(200, await Curl.StatusAsync(Cancelled, ["--cacert", _folder.File("cert.pem"), .. push]));
        Assert.Equal(0, await Curl.StatusAsync(Cancelled, push));
    }

    [Fact(Timeout = 60_000)]
    public async Task Plaintext_beyond_loopback_is_refused_until_the_installer_states_it()
    {
        var settings = new HttpPushSettings { Listen = new IPEndPoint(IPAddress.Any, 0) };
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => RunningPushBus.StartAsync(_clock, settings));
        Assert.Contains("\"plaintext\": true", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Port_in_use_is_named()
    {
        await using var first = await RunningPushBus.StartAsync(_clock);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => RunningPushBus.StartAsync(_clock, new HttpPushSettings { Listen = first.Endpoint }));
        Assert.Contains(first.Endpoint.ToString(), fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Path_is_one_senders_and_sender_without_login_and_address_is_nobody()
    {
        await using var bus = await RunningPushBus.StartAsync(_clock);
        using (bus.Bus.Open(Local(Path)))
        {
            Assert.Contains("gate", Assert.Throws<DeviceFaultException>(() => bus.Bus.Open(Local(Path))).Message, StringComparison.Ordinal);
        }

        bus.Bus.Open(Local(Path)).Dispose();
        Assert.Throws<DeviceFaultException>(() => bus.Bus.Open(new PushSender(new DeviceId("gate"), "/open")));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Connects and says nothing; ends when the connection is closed.</summary>
    private static async Task HangAsync(IPEndPoint receiver, CancellationToken stop)
    {
        using var client = new TcpClient(new IPEndPoint(IPAddress.Parse("127.0.0.9"), 0));
        try
        {
            await client.ConnectAsync(receiver, stop);
            await client.GetStream().ReadExactlyAsync(new byte[1], stop);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // Closed.
        }
    }

    private static PushSender Sender(DeviceLogin login) => new(new DeviceId("gate"), Path) { Login = login };

    private static PushSender Local(string path) => new(new DeviceId("gate"), path) { Allowed = [IPNetwork.Parse("127.0.0.0/8")] };

    private static Task<int> PushAsync(RunningPushBus bus, string password, params string[] arguments) =>
        Curl.StatusAsync(Cancelled, ["--digest", "-u", $"{Login.User}:{password}", .. arguments, bus.Url(Path)]);

    private static Task<int> JsonAsync(RunningPushBus bus, string path) =>
        Curl.StatusAsync(Cancelled, "-H", "Content-Type: application/json", "-d", "{}", bus.Url(path));
}
