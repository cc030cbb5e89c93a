using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <content>Events.</content>
internal sealed partial class OnvifDevice
{
    /// <summary>Subscribes to the device's events.</summary>
    public Task<PullPoint> SubscribeAsync(CancellationToken cancellationToken) => PullPoint.CreateAsync(
        _soap,
        Services.Events ?? throw new DeviceFaultException($"{_address.Authority} offers no ONVIF event service: its inputs cannot be read. Look whether events are off in its settings."),
        _clock,
        cancellationToken);
}
