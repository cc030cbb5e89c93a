using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>Stands in where no alarm streetlight is driven: says so, so that nobody believes that a caller has seen a sign.</summary>
internal sealed class NoAlarmLamps(ILogger<NoAlarmLamps> logger) : IAlarmLamps
{
    public ValueTask ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken)
    {
        SosLog.NoLamps(logger, device, press);
        return ValueTask.FromException(new DeviceFaultException(
            $"{device}: this gateway drives no alarm streetlight. Add the light to the hardware file, or acknowledge by telephone."));
    }
}
