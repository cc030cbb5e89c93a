using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>One relay output. Each drive is one request to the device, which answers when it has driven.</summary>
internal sealed class OnvifOutput(OutputLine line, OnvifBus bus) : IDigitalOutput
{
    private volatile bool _leaves = line.SafeActive;

    /// <inheritdoc/>
    public void Leave(bool active) => _leaves = active;

    /// <inheritdoc/>
    public ValueTask SetAsync(bool active, CancellationToken cancellationToken) => bus.DriveAsync(line, active, cancellationToken);

    /// <summary>Brings the relay to its safe level, or the one chosen to be left, as far as the device can be reached.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await SetAsync(_leaves, CancellationToken.None);
        }
        catch (DeviceFaultException)
        {
            // Out of reach: a monostable relay returns by itself, a bistable one stays as it is.
        }
        finally
        {
            bus.GiveBack(line);
        }
    }
}
