using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Onvif;

namespace Gateway.Drivers.Tests.Buses.Onvif;

public sealed class OnvifDiscoveryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Device_that_answers_is_found_once_and_noise_is_not_a_device()
    {
        using var responder = Responder();
        var clock = new FakeTimeProvider();
        var probe = OnvifDiscovery.ProbeAsync(IPAddress.Loopback, (IPEndPoint)responder.LocalEndPoint!, TimeSpan.FromSeconds(3), clock, Cancelled);
        var (question, asker) = await ReceiveAsync(responder);
        var id = OnvifXml.Parse(question).Text("MessageID")!;
        Assert.Contains("NetworkVideoTransmitter", Encoding.UTF8.GetString(question), StringComparison.Ordinal);
        await responder.SendToAsync("garbage \0 <a>"u8.ToArray(), asker, Cancelled);
        await responder.SendToAsync(Answer("uuid:00000000-0000-0000-0000-000000000000", "urn:uuid:stranger"), asker, Cancelled);
        await responder.SendToAsync("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"u8.ToArray(), asker, Cancelled);
        await responder.SendToAsync(Answer(id, "urn:uuid:camera-1"), asker, Cancelled);
        await responder.SendToAsync(Answer(id, "urn:uuid:camera-1"), asker, Cancelled);
        await responder.SendToAsync(Answer(id, "urn:uuid:camera-2"), asker, Cancelled);
        await UntilReadAsync(clock, probe);
        var found = await probe;
        Assert.Equal(["urn:uuid:camera-1", "urn:uuid:camera-2"], found.Select(device => device.Endpoint));
        Assert.Equal(new Uri("http://192.0.2.10/onvif/device_service"), Assert.Single(found[0].Addresses));
        Assert.Contains("onvif://www.onvif.org/name/Gate%20camera", found[0].Scopes);
        Assert.Equal((IPAddress.Loopback, IPAddress.Loopback), (found[0].From, found[0].Interface));
    }

    [Fact(Timeout = 60_000)]
    public async Task Flood_of_answers_is_bounded()
    {
        using var responder = Responder();
        var probe = OnvifDiscovery.ProbeAsync(
            IPAddress.Loopback, (IPEndPoint)responder.LocalEndPoint!, TimeSpan.FromSeconds(20), TimeProvider.System, Cancelled);
        var (question, asker) = await ReceiveAsync(responder);
        var id = OnvifXml.Parse(question).Text("MessageID")!;
        for (var i = 0; !probe.IsCompleted; i++)
        {
            await responder.SendToAsync(Answer(id, $"urn:uuid:{i}"), asker, Cancelled);
        }

        Assert.Equal(OnvifDiscovery.MostDevices, (await probe).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_network_of_this_machine_can_be_asked()
    {
        var found = await OnvifDiscovery.ProbeAsync(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancelled);
        Assert.True(found.Count <= OnvifDiscovery.MostDevices);
    }

    private static Socket Responder()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static async Task<(byte[] Datagram, EndPoint From)> ReceiveAsync(Socket socket)
    {
        var buffer = new byte[64 << 10];
        var received = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), Cancelled);
        return (buffer[..received.ReceivedBytes], received.RemoteEndPoint);
    }

    /// <summary>Gives the prober real time to read what was sent, then ends its window.</summary>
    private static async Task UntilReadAsync(FakeTimeProvider clock, Task probe)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, Cancelled);
        while (!probe.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }
    }

    private static byte[] Answer(string to, string endpoint) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
          xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:dn="http://www.onvif.org/ver10/network/wsdl">
          <s:Header><a:MessageID>uuid:1</a:MessageID><a:RelatesTo>{to}</a:RelatesTo></s:Header>
          <s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>{endpoint}</a:Address></a:EndpointReference>
            <d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/name/Gate%20camera onvif://www.onvif.org/hardware/X1</d:Scopes>
            <d:XAddrs>http://192.0.2.10/onvif/device_service file:///etc/passwd</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></s:Body>
        </s:Envelope>
        """);
}
