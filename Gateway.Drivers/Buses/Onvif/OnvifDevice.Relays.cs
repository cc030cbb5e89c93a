using System.Xml;
using System.Xml.Linq;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <content>Relay outputs and digital inputs.</content>
internal sealed partial class OnvifDevice
{
    private Uri? _relays; // the service that lists the relays; whoever asks first finds it

    /// <summary>
    /// The relay outputs in the device's own order. They belong to device management, but some devices keep them in the I/O service alone,
    /// and of those some answer for the other with an empty list: so the service that lists relays is also the one that drives them.
    /// </summary>
    public async Task<IReadOnlyList<OnvifRelay>> RelaysAsync(CancellationToken cancellationToken)
    {
        Uri[] services = Services.DeviceIo is { } io && io != Services.Device ? [Services.Device, io] : [Services.Device];
        foreach (var service in services)
        {
            if (await RelaysAsync(service, last: service == services[^1], cancellationToken) is { Count: > 0 } found)
            {
                Volatile.Write(ref _relays, service);
                return found;
            }
        }

        return [];
    }

    /// <summary>The tokens of the digital inputs; empty where the device does not list them.</summary>
    public async Task<IReadOnlyList<string>> InputsAsync(CancellationToken cancellationToken)
    {
        if (Services.DeviceIo is not { } service)
        {
            return [];
        }

        try
        {
            var answer = await CallAsync(service, new XElement(OnvifNames.DeviceIo + "GetDigitalInputs"), cancellationToken);
            return [.. answer.Children("DigitalInputs").Take(MostItems).Select(input => input.ValueOf("token")).OfType<string>()];
        }
        catch (OnvifFaultException fault) when (!fault.NotAuthorized)
        {
            return [];
        }
    }

    /// <summary>Sets how a relay behaves.</summary>
    public async Task SetRelayAsync(string token, OnvifRelaySettings settings, CancellationToken cancellationToken)
    {
        var properties = new[]
        {
            new XElement(OnvifNames.Schema + "Mode", settings.Monostable ? "Monostable" : "Bistable"),
            new XElement(OnvifNames.Schema + "DelayTime", XmlConvert.ToString(settings.Delay)),
            new XElement(OnvifNames.Schema + "IdleState", settings.IdleOpen ? "open" : "closed"),
        };
        var service = await RelayServiceAsync(cancellationToken);
        var body = service == Services.DeviceIo
            ? new XElement(
                OnvifNames.DeviceIo + "SetRelayOutputSettings",
                new XElement(OnvifNames.DeviceIo + "RelayOutput", new XAttribute("token", token), new XElement(OnvifNames.Schema + "Properties", properties)))
            : new XElement(
                OnvifNames.Device + "SetRelayOutputSettings",
                new XElement(OnvifNames.Device + "RelayOutputToken", token),
                new XElement(OnvifNames.Device + "Properties", properties));
        await CallAsync(service, body, cancellationToken);
    }

    /// <summary>Drives a relay; returns when the device has said that it did.</summary>
    public async Task DriveAsync(string token, bool active, CancellationToken cancellationToken)
    {
        var body = new XElement(
            OnvifNames.Device + "SetRelayOutputState",
            new XElement(OnvifNames.Device + "RelayOutputToken", token),
            new XElement(OnvifNames.Device + "LogicalState", active ? "active" : "inactive"));
        await CallAsync(await RelayServiceAsync(cancellationToken), body, cancellationToken);
    }

    private async ValueTask<Uri> RelayServiceAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _relays) is { } known)
        {
            return known;
        }

        await RelaysAsync(cancellationToken);
        return Volatile.Read(ref _relays) ?? throw new DeviceFaultException($"{_address.Authority} has no relay outputs.");
    }

    private async Task<IReadOnlyList<OnvifRelay>> RelaysAsync(Uri service, bool last, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await CallAsync(service, new XElement(OnvifNames.Device + "GetRelayOutputs"), cancellationToken);
            return
            [
                .. answer.Children("RelayOutputs").Take(MostItems).Where(relay => relay.ValueOf("token") is { Length: > 0 })
                    .Select(relay => new OnvifRelay(
                        relay.ValueOf("token")!,
                        new OnvifRelaySettings(relay.Text("Mode") == "Monostable", Duration(relay.Text("DelayTime")), relay.Text("IdleState") != "closed"))),
            ];
        }
        catch (OnvifFaultException fault) when (!fault.NotAuthorized && (!last || fault.NotSupported))
        {
            return [];
        }
    }

    private static TimeSpan Duration(string? text)
    {
        try
        {
            return text is null ? TimeSpan.Zero : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return TimeSpan.Zero;
        }
    }
}
