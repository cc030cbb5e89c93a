using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>Finds ONVIF devices on the networks that this machine is on. What answers is a claim of whoever sent it, not a fact.</summary>
internal static class OnvifDiscovery
{
    /// <summary>More devices than this are not kept.</summary>
    public const int MostDevices = 256;

    private const int MostDatagram = 64 << 10;

    /// <summary>More datagrams than this on one network are a flood and end its listening.</summary>
    private const int MostDatagrams = 4096;

    private static readonly IPEndPoint Group = new(IPAddress.Parse("239.255.255.250"), 3702);

    /// <summary>Asks on every network and listens for <paramref name="window"/>; 2 to 5 s are usual.</summary>
    public static async Task<IReadOnlyList<DiscoveredDevice>> ProbeAsync(TimeSpan window, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(OwnAddresses().Select(own => ProbeAsync(own, Group, window, clock, cancellationToken)));
        return [.. found.SelectMany(devices => devices).Take(MostDevices)];
    }

    /// <summary>Asks on one network. Each device is told once.</summary>
    /// <param name="own">Our address on that network.</param>
    /// <param name="to">Whom to ask: the discovery group, or one host.</param>
    /// <param name="window">How long to listen.</param>
    /// <param name="clock">Time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<DiscoveredDevice>> ProbeAsync(
        IPAddress own, IPEndPoint to, TimeSpan window, TimeProvider clock, CancellationToken cancellationToken)
    {
        Dictionary<string, DiscoveredDevice> found = new(StringComparer.Ordinal);
        var id = Guid.NewGuid();
        using var over = new CancellationTokenSource(window, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(own, 0));
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, 1);
            var question = ProbeMessage.Question(id);

            // Twice, because a datagram may be lost; devices answer the same question once.
            await socket.SendToAsync(question, to, stop.Token);
            await socket.SendToAsync(question, to, stop.Token);
            var buffer = new byte[MostDatagram];
            for (var i = 0; i < MostDatagrams && found.Count < MostDevices; i++)
            {
                var received = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), stop.Token);
                var from = ((IPEndPoint)received.RemoteEndPoint).Address;
                foreach (var device in ProbeMessage.Answers(buffer.AsMemory(0, received.ReceivedBytes), id, from, own))
                {
                    found.TryAdd(device.Endpoint, device);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The window is over.
        }
        catch (SocketException)
        {
            // This network cannot be asked (it went down, or knows no multicast); the others can.
        }

        return [.. found.Values.Take(MostDevices)];
    }

    private static IEnumerable<IPAddress> OwnAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.SupportsMulticast && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(address => address.Address)
        .Where(address => address.AddressFamily == AddressFamily.InterNetwork);
}
