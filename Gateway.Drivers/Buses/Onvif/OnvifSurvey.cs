using System.Net;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>Finds ONVIF devices and tells what one of them offers, for whoever writes a hardware file. Changes nothing on them.</summary>
public static class OnvifSurvey
{
    /// <summary>The port of WS-Discovery.</summary>
    public const int DiscoveryPort = 3702;

    /// <summary>A device that needs longer for all its answers is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The device service's address of a host, <c>host:port</c> or full address; null where the text is none.</summary>
    public static Uri? AddressOf(string text) => OnvifAddress.Parse(text);

    /// <summary>Asks every network that this machine is on, or one host.</summary>
    /// <param name="window">How long to listen; 2 to 5 s are usual.</param>
    /// <param name="only">A host behind a router, where the question to everyone does not get; null for every network.</param>
    /// <param name="clock">Time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<FoundOnvifDevice>> FindAsync(TimeSpan window, IPEndPoint? only, TimeProvider clock, CancellationToken cancellationToken) =>
        FoundOnvifDevice.Of(only is null
            ? await OnvifDiscovery.ProbeAsync(window, clock, cancellationToken)
            : await OnvifDiscovery.ProbeAsync(IPAddress.Any, only, window, clock, cancellationToken));

    /// <summary>Asks one device for everything that a hardware file may need.</summary>
    /// <param name="address">Its device service.</param>
    /// <param name="credentials">Its ONVIF user and password; null for a device without.</param>
    /// <param name="clock">Time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">It cannot be reached, refused the login, or took too long.</exception>
    public static async Task<OnvifPortrait> LookAsync(Uri address, CameraCredentials? credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var device = await OnvifDevice.ConnectAsync(address, credentials, clock, stop.Token);
            return await new PortraitPainter(device, address, credentials).PaintAsync(stop.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeviceFaultException($"{address.Authority} did not tell everything within {Patience.TotalSeconds:F0} s: check its network and load.", error);
        }
    }
}
