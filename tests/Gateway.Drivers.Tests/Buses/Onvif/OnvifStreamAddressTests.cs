using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Tests.Buses.Video;
using Microsoft.AspNetCore.Http;

namespace Gateway.Drivers.Tests.Buses.Onvif;

/// <summary>Cameras whose address in the hardware file is <c>onvif://</c>.</summary>
public sealed class OnvifStreamAddressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("", "main")]
    [InlineData("/", "main")]
    [InlineData("/sub", "sub")]
    [InlineData("/Sub%20stream", "sub")]
    public async Task Profile_is_chosen_by_token_or_name_and_otherwise_the_first(string path, string token)
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        Assert.Equal(new Uri($"rtsp://127.0.0.1:8554/{token}?a=1&b=2"), await Finder(fake, path)(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Unknown_profile_is_a_fault_that_names_those_that_there_are()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        var error = await Assert.ThrowsAsync<DeviceFaultException>(() => Finder(fake, "/third")(Cancelled));
        Assert.Contains("main, sub", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_that_takes_too_long_is_a_fault_and_a_stopped_gateway_is_none()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.Instead["GetProfiles"] = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        await Assert.ThrowsAsync<DeviceFaultException>(() => Finder(fake, "", TimeSpan.FromSeconds(1))(Cancelled));
        using var stop = new CancellationTokenSource();
        fake.Instead["GetProfiles"] = context => stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Finder(fake, "")(stop.Token));
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_is_read_at_the_address_that_it_tells_and_asked_again_after_it_was_away()
    {
        var video = await TestVideo.MakeAsync(_folder.Path, Cancelled);
        await using var server = await DemoRtspServer.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["gate"] = video }, Cancelled);
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.Instead["GetStreamUri"] = context => context.Response.WriteAsync("<a", Cancelled);
        var settings = RunningCamera.Settings($"onvif://{fake.Address.Authority}/main");
        await using var camera = new RunningCamera(
            settings, OnvifStreamAddress.Finder(settings with { Credentials = new(FakeOnvifDevice.User, FakeOnvifDevice.Password) }, TimeProvider.System));
        var away = await camera.UntilAsync("camera-no-address");
        Assert.Contains("GetStreamUri", away.Details["error"], StringComparison.Ordinal);
        fake.Instead["GetStreamUri"] = context => context.Response.WriteAsync(
            FakeOnvifReplies.Envelope($"<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>{server.Stream("gate")}</tt:Uri></trt:MediaUri></trt:GetStreamUriResponse>"), Cancelled);
        await camera.UntilAsync("ok");
    }

    public void Dispose() => _folder.Dispose();

    private static Func<CancellationToken, Task<Uri>> Finder(FakeOnvifDevice fake, string path, TimeSpan? within = null) => OnvifStreamAddress.Finder(
        new VideoSettings
        {
            Url = $"onvif://{fake.Address.Authority}{path}",
            Credentials = new(FakeOnvifDevice.User, FakeOnvifDevice.Password),
            ConnectWithin = within ?? TimeSpan.FromSeconds(30),
        },
        TimeProvider.System);
}
