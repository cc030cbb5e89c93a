using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>
/// <c>onvif://host[:port][/profile]</c>: the stream of a camera that tells its address itself, so that a hardware file need not know the
/// maker's paths. Without a profile the camera's first is meant.
/// </summary>
public static class OnvifStreamAddress
{
    /// <summary>The address of one profile of a device.</summary>
    public static string Write(Uri device, string profile) => $"onvif://{device.Authority}/{Uri.EscapeDataString(profile)}";

    /// <summary>Asks the camera, within the time that it may take for its first frame.</summary>
    internal static Func<CancellationToken, Task<Uri>> Finder(VideoSettings settings, TimeProvider clock)
    {
        var address = new Uri(settings.Url);
        var device = OnvifAddress.Parse(address.Authority) ?? throw new DeviceFaultException($"{address.Authority} is no address of an ONVIF device.");
        var profile = Uri.UnescapeDataString(address.AbsolutePath.Trim('/'));
        return async cancellationToken =>
        {
            using var late = new CancellationTokenSource(settings.ConnectWithin, clock);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            try
            {
                return await FindAsync(device, profile, settings.Credentials, clock, stop.Token);
            }
            catch (OnvifFaultException fault)
            {
                throw OnvifDevice.Told(device, fault);
            }
            catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
            {
                throw new DeviceFaultException($"{device.Authority} did not tell its stream's address in time: check its network and load.", error);
            }
        };
    }

    private static async Task<Uri> FindAsync(Uri address, string profile, CameraCredentials? credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var device = await OnvifDevice.ConnectAsync(address, credentials, clock, cancellationToken);
        var profiles = await device.ProfilesAsync(cancellationToken);
        var wanted = profile.Length == 0
            ? profiles is [var first, ..] ? first : null
            : profiles.FirstOrDefault(known => known.Token == profile) ?? profiles.FirstOrDefault(known => known.Name == profile);
        return wanted is not null
            ? await device.StreamAsync(wanted.Token, cancellationToken)
            : throw new DeviceFaultException(
                $"{address.Authority} has no profile {profile}. It has: {(profiles.Count == 0 ? "none" : string.Join(", ", profiles.Select(known => known.Token)))}.");
    }
}
