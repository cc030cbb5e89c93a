using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>Asks a device for one thing after the other; what it does not tell is noted and does not hide the rest. Used once.</summary>
internal sealed class PortraitPainter(OnvifDevice device, Uri address, CameraCredentials? credentials)
{
    private readonly List<string> _faults = [];

    /// <exception cref="DeviceFaultException">It refused the login.</exception>
    public async Task<OnvifPortrait> PaintAsync(CancellationToken cancellationToken)
    {
        var information = await TryAsync(device.InformationAsync, OnvifInformation.Unknown, cancellationToken);
        var profiles = device.Services.Media is null ? [] : await TryAsync<IReadOnlyList<OnvifProfile>>(device.ProfilesAsync, [], cancellationToken);
        List<OnvifStream> streams = [];
        foreach (var profile in profiles)
        {
            streams.Add(new OnvifStream(
                profile,
                await TryAsync(async stop => Write(await device.StreamAsync(profile.Token, stop)), null, cancellationToken),
                await SnapshotAsync(profile, cancellationToken)));
        }

        return new OnvifPortrait(
            address,
            device.ClockOffset,
            information,
            streams,
            await TryAsync<IReadOnlyList<OnvifRelay>>(device.RelaysAsync, [], cancellationToken),
            await TryAsync<IReadOnlyList<string>>(device.InputsAsync, [], cancellationToken),
            _faults);
    }

    private string? Write(Uri uri) => HiddenLogin.Write(uri, credentials);

    /// <summary>Not every profile has a still picture: that is no fault.</summary>
    private async Task<string?> SnapshotAsync(OnvifProfile profile, CancellationToken cancellationToken)
    {
        try
        {
            return Write(await device.SnapshotAsync(profile.Token, cancellationToken));
        }
        catch (Exception fault) when (fault is OnvifFaultException or DeviceFaultException)
        {
            return null;
        }
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> ask, T otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(cancellationToken);
        }
        catch (OnvifFaultException fault) when (fault.NotAuthorized)
        {
            throw OnvifDevice.Told(address, fault);
        }
        catch (OnvifFaultException fault)
        {
            _faults.Add(OnvifDevice.Told(address, fault).Message);
            return otherwise;
        }
        catch (DeviceFaultException fault)
        {
            _faults.Add(fault.Message);
            return otherwise;
        }
    }
}
