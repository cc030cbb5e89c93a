using System.Net;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Microsoft.AspNetCore.Http;

namespace Gateway.Drivers.Tests.Buses.Onvif;

public sealed class OnvifSurveyTests
{
    private static readonly CameraCredentials Login = new(FakeOnvifDevice.User, FakeOnvifDevice.Password);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Device_on_two_networks_is_one_device_at_the_address_that_it_answered_from()
    {
        var found = Assert.Single(FoundOnvifDevice.Of(
        [
            Answer("urn:uuid:1", "192.0.2.10", "http://198.51.100.10/onvif/device_service", "http://192.0.2.10/onvif/device_service"),
            Answer("URN:UUID:1", "192.0.2.10", "http://192.0.2.10/onvif/device_service"),
        ]));
        Assert.Equal(new Uri("http://192.0.2.10/onvif/device_service"), found.Address);
        Assert.Equal(2, found.Addresses.Count);
        Assert.Equal(("Gate camera", "X1"), (found.Name, found.Hardware));
    }

    [Fact]
    public void What_a_device_says_of_itself_cannot_steer_a_terminal()
    {
        var found = Assert.Single(FoundOnvifDevice.Of([Answer("urn:\u001b[2J", "192.0.2.10") with { Scopes = ["onvif://www.onvif.org/name/%1B%5B2J%0Aother"] }]));
        Assert.DoesNotContain(found.Name + found.Endpoint + string.Concat(found.Scopes), char.IsControl);
        Assert.Equal(new Uri("http://192.0.2.10/onvif/device_service"), found.Address);
    }

    [Fact(Timeout = 60_000)]
    public async Task Portrait_holds_streams_relays_and_inputs()
    {
        await using var fake = await FakeOnvifDevice.StartAsync(FakeOnvifDevice.With(clockError: TimeSpan.FromMinutes(5)));
        var portrait = await OnvifSurvey.LookAsync(fake.Address, Login, TimeProvider.System, Cancelled);
        Assert.Equal(new OnvifInformation("Fake", "X1", "1.2"), portrait.Information);
        Assert.Equal(["rtsp://127.0.0.1:8554/main?a=1&b=2", "rtsp://127.0.0.1:8554/sub?a=1&b=2"], portrait.Streams.Select(stream => stream.Stream));
        Assert.Equal($"http://{fake.Address.Authority}/snapshot/main.jpg", portrait.Streams[0].Snapshot);
        Assert.Equal(["R1", "R2"], portrait.Relays.Select(relay => relay.Token));
        Assert.Equal(["D1", "D2"], portrait.Inputs);
        Assert.InRange(portrait.ClockOffset.TotalSeconds, 297, 303);
        Assert.Empty(portrait.Faults);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_device_keeps_back_is_noted_and_hides_nothing_else()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.Instead["GetDeviceInformation"] = Garbage;
        fake.Instead["GetRelayOutputs"] = Garbage;
        fake.Instead["GetSnapshotUri"] = Garbage;
        var portrait = await OnvifSurvey.LookAsync(fake.Address, Login, TimeProvider.System, Cancelled);
        Assert.Equal(2, portrait.Faults.Count);
        Assert.Contains(portrait.Faults, fault => fault.Contains("GetRelayOutputs", StringComparison.Ordinal));
        Assert.Equal(2, portrait.Streams.Count(stream => stream is { Stream: not null, Snapshot: null }));
        Assert.Equal(2, portrait.Inputs.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_user_is_named_with_the_fix()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        var error = await Assert.ThrowsAsync<DeviceFaultException>(() => OnvifSurvey.LookAsync(fake.Address, new("gateway", "guess"), TimeProvider.System, Cancelled));
        Assert.Contains("secrets file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rtsp://viewer:word@192.0.2.1/main", "rtsp://192.0.2.1/main")]
    [InlineData("rtsp://192.0.2.1/user=admin_password=tlJwpbo6_channel=1", "rtsp://192.0.2.1/user=admin_password=***")]
    [InlineData("http://192.0.2.1/pic.jpg?usr=a&PWD=word&ch=1", "http://192.0.2.1/pic.jpg?usr=a&PWD=***&ch=1")]
    [InlineData("rtsp://192.0.2.1/login/p%40ss%20%3Cword%3E%26/main", "rtsp://192.0.2.1/login/***/main")]
    public void Login_in_an_address_is_never_written(string given, string written) => Assert.Equal(written, HiddenLogin.Write(new Uri(given), Login));

    private static Task Garbage(HttpContext context) => context.Response.WriteAsync("<a", Cancelled);

    private static DiscoveredDevice Answer(string endpoint, string from, params string[] addresses) => new(
        endpoint,
        IPAddress.Parse(from),
        IPAddress.Loopback,
        [.. addresses.Select(address => new Uri(address))],
        ["onvif://www.onvif.org/name/Gate%20camera", "onvif://www.onvif.org/hardware/X1"]);
}
