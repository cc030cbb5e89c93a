using System.Net;
using System.Text;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Microsoft.AspNetCore.Http;

namespace Gateway.Drivers.Tests.Buses.Onvif;

public sealed class OnvifDeviceTests
{
    private static readonly CameraCredentials Login = new(FakeOnvifDevice.User, FakeOnvifDevice.Password);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Password_digest_is_the_one_of_the_onvif_programmers_guide()
    {
        // The worked example of the ONVIF Application Programmer's Guide.
        var nonce = Convert.FromBase64String("LKqI6G/AikKCQrN0zqZFlg==");
        Assert.Equal("tuOSpGlFlIXsozq4HFNeeGeFLEI=", UsernameToken.Digest(nonce, "2010-09-16T07:50:45Z", "userpassword"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Client_by_others_finds_the_fake_device_to_be_one()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var peer = await OnvifPeer.StartAsync(fake.Address, FakeOnvifDevice.User, FakeOnvifDevice.Password);
        var connected = await peer.UntilAsync("connected", Cancelled);
        Assert.Equal(["main", "sub"], connected.GetProperty("profiles").EnumerateArray().Select(token => token.GetString()));
        Assert.Contains("/sub?a=1&b=2", (await peer.UntilAsync("stream", Cancelled)).GetProperty("uri").GetString(), StringComparison.Ordinal);
        await peer.UntilAsync("driven", Cancelled);
        Assert.Equal("R1=active", Assert.Single(fake.Driven));
        while (fake.PullPoints.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled);
        }

        fake.PullPoints.Input("D2", level: true);
        var happened = await peer.UntilAsync("event", Cancelled);
        Assert.Equal(("D2", true), (happened.GetProperty("token").GetString(), happened.GetProperty("level").GetBoolean()));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Profiles_and_streams_are_read_from_new_devices_and_old(bool old)
    {
        await using var fake = await FakeOnvifDevice.StartAsync(FakeOnvifDevice.With(old: old));
        using var device = await ConnectAsync(fake);
        Assert.Equal(
            [new OnvifProfile("main", "Main stream", "H264", 1920, 1080), new OnvifProfile("sub", "Sub stream", "H264", 640, 360)],
            await device.ProfilesAsync(Cancelled));
        Assert.Equal(new Uri("rtsp://127.0.0.1:8554/sub?a=1&b=2"), await device.StreamAsync("sub", Cancelled));
        Assert.Equal(new Uri($"http://{fake.Address.Authority}/snapshot/main.jpg"), await device.SnapshotAsync("main", Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Login_that_a_camera_hands_out_with_its_stream_is_dropped()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        using var device = await ConnectAsync(fake);
        Assert.Empty((await device.StreamAsync("main", Cancelled)).UserInfo);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(-86_400)]
    [InlineData(31_536_000)]
    public async Task Device_with_a_wrong_clock_is_spoken_to_in_its_own_time(int seconds)
    {
        await using var fake = await FakeOnvifDevice.StartAsync(FakeOnvifDevice.With(clockError: TimeSpan.FromSeconds(seconds)));
        using var device = await ConnectAsync(fake);
        Assert.InRange(device.ClockOffset.TotalSeconds, seconds - 3, seconds + 3);
        Assert.Equal(2, (await device.ProfilesAsync(Cancelled)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_names_another_host_is_called_where_it_was_found()
    {
        await using var fake = await FakeOnvifDevice.StartAsync(FakeOnvifDevice.With(believedHost: "192.0.2.7:81"));
        using var device = await ConnectAsync(fake);
        Assert.Equal(fake.Address.Authority, device.Services.Media!.Authority);
        Assert.Equal("127.0.0.1", (await device.StreamAsync("main", Cancelled)).Host);
        var point = await device.SubscribeAsync(Cancelled);
        await point.SynchroniseAsync(Cancelled);
        Assert.Equal(2, (await point.PullAsync(Cancelled)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_password_is_named_with_its_fix_and_stands_nowhere()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        var error = await Assert.ThrowsAsync<DeviceFaultException>(
            () => OnvifDevice.ConnectAsync(fake.Address, new CameraCredentials(FakeOnvifDevice.User, "gu3ss"), TimeProvider.System, Cancelled));
        Assert.Contains("secrets file", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("gu3ss", error.ToString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Relays_are_driven_and_set_wherever_the_device_keeps_them(bool inIo, bool polite)
    {
        await using var fake = await FakeOnvifDevice.StartAsync(FakeOnvifDevice.With(relaysInIo: inIo, polite: polite));
        using var device = await ConnectAsync(fake);
        Assert.Equal(
            [
                new OnvifRelay("R1", new OnvifRelaySettings(Monostable: false, TimeSpan.Zero)),
                new OnvifRelay("R2", new OnvifRelaySettings(Monostable: true, TimeSpan.FromSeconds(1.5), IdleOpen: false)),
            ],
            await device.RelaysAsync(Cancelled));
        await device.SetRelayAsync("R1", new OnvifRelaySettings(Monostable: true, TimeSpan.FromMilliseconds(500)), Cancelled);
        Assert.Equal("Monostable PT0.5S open", fake.RelaySettings["R1"]);
        await device.DriveAsync("R1", active: true, Cancelled);
        await device.DriveAsync("R1", active: false, Cancelled);
        Assert.Equal(["R1=active", "R1=inactive"], fake.Driven);
        Assert.Equal(["D1", "D2"], await device.InputsAsync(Cancelled));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_arrive_through_a_pull_point_until_it_is_given_up(bool withParameters)
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.PullPoints.WithParameters = withParameters;
        using var device = await ConnectAsync(fake);
        var point = await device.SubscribeAsync(Cancelled);
        var pull = point.PullAsync(Cancelled);
        fake.PullPoints.Input("D1", level: true);
        var notice = Assert.Single(await pull);
        Assert.Equal(("Device/Trigger/DigitalInput", "D1", true), (notice.Topic, notice.Token, notice.Level));
        await point.UnsubscribeAsync(Cancelled);
        Assert.Equal(0, fake.PullPoints.Count);
        await Assert.ThrowsAsync<OnvifFaultException>(() => point.PullAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_is_absent_is_a_fault_with_its_address()
    {
        var fake = await FakeOnvifDevice.StartAsync();
        var address = fake.Address;
        await fake.DisposeAsync();
        var error = await Assert.ThrowsAsync<DeviceFaultException>(() => OnvifDevice.ConnectAsync(address, Login, TimeProvider.System, Cancelled));
        Assert.Contains(address.Authority, error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("<!DOCTYPE e [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><e>&b;</e>")]
    [InlineData("<html><body>401 Unauthorized<br></body></html>")]
    [InlineData("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"/>")]
    [InlineData("")]
    [InlineData("\0\u0001garbage")]
    public async Task Garbage_is_a_fault_and_nothing_worse(string reply)
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.Instead["GetServices"] = context => context.Response.WriteAsync(reply, Cancelled);
        await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(fake));
    }

    [Fact(Timeout = 60_000)]
    public async Task Flood_of_bytes_or_of_nesting_is_cut_off()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.Instead["GetServices"] = async context =>
        {
            var block = new byte[64 << 10];
            for (var i = 0; i < 1000; i++)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        };
        await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(fake));
        fake.Instead["GetServices"] = context => context.Response.WriteAsync(
            string.Concat(Enumerable.Repeat("<a>", 50_000)) + string.Concat(Enumerable.Repeat("</a>", 50_000)), Cancelled);
        await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(fake));
    }

    [Fact(Timeout = 60_000)]
    public async Task Credentials_do_not_follow_a_redirect_nor_answer_a_basic_challenge()
    {
        await using var other = await FakeOnvifDevice.StartAsync();
        await using var fake = await FakeOnvifDevice.StartAsync();
        var seen = new StringBuilder();
        fake.Instead["GetServices"] = context =>
        {
            seen.Append(context.Request.Headers.Authorization.ToString());
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"camera\"";
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(fake));
        Assert.Equal("", seen.ToString());
        fake.Instead["GetServices"] = context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.TemporaryRedirect;
            context.Response.Headers.Location = other.Address.AbsoluteUri;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(fake));
        Assert.Empty(other.Asked);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_wants_http_digest_is_answered_with_it()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        var answered = "";
        fake.Instead["GetServices"] = context =>
        {
            answered = context.Request.Headers.Authorization.ToString();
            if (answered.Length == 0)
            {
                context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Digest realm=\"camera\", nonce=\"abc\", qop=\"auth\", algorithm=MD5";
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync(FakeOnvifReplies.Envelope(FakeOnvifReplies.Services("http://" + fake.Address.Authority)), Cancelled);
        };
        using var device = await ConnectAsync(fake);
        Assert.StartsWith("Digest username=\"gateway\"", answered, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeOnvifDevice.Password, answered, StringComparison.Ordinal);
    }

    private static Task<OnvifDevice> ConnectAsync(FakeOnvifDevice fake) =>
        OnvifDevice.ConnectAsync(fake.Address, Login, TimeProvider.System, Cancelled);
}
