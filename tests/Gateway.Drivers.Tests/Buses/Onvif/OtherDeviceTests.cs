using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Onvif;

/// <summary>
/// Any ONVIF device that nobody here wrote: <c>ONVIF_DEVICE</c> is its address and <c>ONVIF_LOGIN</c> its <c>user:password</c>.
/// <c>ONVIF_DRIVE=1</c> drives its first relay too; <c>ONVIF_INPUT</c> is a program that makes one of its inputs or relays active. Skipped without a device.
/// </summary>
public sealed class OtherDeviceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Device_by_others_tells_its_streams_relays_and_events()
    {
        Assert.SkipWhen(Variable("ONVIF_DEVICE") is null, "Set ONVIF_DEVICE (and ONVIF_LOGIN) to try a device by others.");
        var address = OnvifAddress.Parse(Variable("ONVIF_DEVICE")!)!;
        var login = Variable("ONVIF_LOGIN")?.Split(':', 2);
        using var device = await OnvifDevice.ConnectAsync(
            address, login is null ? null : new CameraCredentials(login[0], login[1]), TimeProvider.System, Cancelled);
        if (device.Services.Media is not null)
        {
            foreach (var profile in await device.ProfilesAsync(Cancelled))
            {
                Assert.Equal("rtsp", (await device.StreamAsync(profile.Token, Cancelled)).Scheme);
            }
        }

        if (Variable("ONVIF_DRIVE") == "1")
        {
            var relay = (await device.RelaysAsync(Cancelled))[0].Token;
            await device.DriveAsync(relay, active: true, Cancelled);
            await device.DriveAsync(relay, active: false, Cancelled);
        }

        var point = await device.SubscribeAsync(Cancelled);
        await point.SynchroniseAsync(Cancelled);
        Assert.All(await point.PullAsync(Cancelled), notice => Assert.NotEmpty(notice.Topic));
        if (Variable("ONVIF_INPUT") is { } program)
        {
            using var press = System.Diagnostics.Process.Start(program);
            await press.WaitForExitAsync(Cancelled);
            OnvifNotice? pressed = null;
            while (pressed is null)
            {
                pressed = (await point.PullAsync(Cancelled)).FirstOrDefault(notice => notice is { Topic: "Device/Trigger/DigitalInput" or "Device/Trigger/Relay", Level: true });
            }

            Assert.NotNull(pressed.Token);
        }

        await point.UnsubscribeAsync(Cancelled);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
