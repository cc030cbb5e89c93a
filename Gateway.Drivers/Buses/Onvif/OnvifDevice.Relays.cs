using System.Xml;
using System.Xml.Linq;

namespace Gateway.Drivers.Buses.Onvif;

/// <content>Relay outputs and digital inputs.</content>
internal sealed partial class OnvifDevice
{
    /// <summary>The relay outputs in the device's own order.</summary>
    public async Task<IReadOnlyList<OnvifRelay>> RelaysAsync(CancellationToken cancellationToken)
    {
        var answer = await OnDeviceOrIoAsync(new XElement(OnvifNames.Device + "GetRelayOutputs"), cancellationToken);
        return
        [
            .. answer.Children("RelayOutputs").Take(MostItems).Where(relay => relay.ValueOf("token") is { Length: > 0 })
                .Select(relay => new OnvifRelay(
                    relay.ValueOf("token")!,
                    new OnvifRelaySettings(relay.Text("Mode") == "Monostable", Duration(relay.Text("DelayTime")), relay.Text("IdleState") != "closed"))),
        ];
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
        var device = new XElement(
            OnvifNames.Device + "SetRelayOutputSettings",
            new XElement(OnvifNames.Device + "RelayOutputToken", token),
            new XElement(OnvifNames.Device + "Properties", properties));
        var io = new XElement(
            OnvifNames.DeviceIo + "SetRelayOutputSettings",
            new XElement(OnvifNames.DeviceIo + "RelayOutput", new XAttribute("token", token), new XElement(OnvifNames.Schema + "Properties", properties)));
        await OnDeviceOrIoAsync(device, cancellationToken, io);
    }

    /// <summary>Drives a relay; returns when the device has said that it did.</summary>
    public async Task DriveAsync(string token, bool active, CancellationToken cancellationToken) => await OnDeviceOrIoAsync(
        new XElement(
            OnvifNames.Device + "SetRelayOutputState",
            new XElement(OnvifNames.Device + "RelayOutputToken", token),
            new XElement(OnvifNames.Device + "LogicalState", active ? "active" : "inactive")),
        cancellationToken);

    /// <summary>Relays belong to device management; devices that keep them in the I/O service alone say that the other does not know them.</summary>
    private async Task<XElement> OnDeviceOrIoAsync(XElement body, CancellationToken cancellationToken, XElement? io = null)
    {
        try
        {
            return await CallAsync(Services.Device, body, cancellationToken);
        }
        catch (OnvifFaultException fault) when (fault.NotSupported && Services.DeviceIo is not null)
        {
            return await CallAsync(Services.DeviceIo, io ?? body, cancellationToken);
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
