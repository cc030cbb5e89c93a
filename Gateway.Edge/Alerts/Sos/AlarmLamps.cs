using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>The lamps of the alarm streetlights that stand at present.</summary>
internal sealed class AlarmLamps(IDeviceDirectory devices) : IAlarmLamps
{
    /// <inheritdoc/>
    public async ValueTask<bool> ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken)
    {
        var light = devices.Of<IAlarmStreetlight>().FirstOrDefault(light => light.Id.Value == device)
            ?? throw new DeviceFaultException($"{device}: no alarm streetlight of the hardware file has this id. Add it, or acknowledge by telephone.");
        var call = Guid.Parse(press);
        if (light.Press?.Id != call)
        {
            return false;
        }

        await light.ShowAcknowledgedAsync(call, cancellationToken);
        return true;
    }
}
