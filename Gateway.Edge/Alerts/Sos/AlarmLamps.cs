using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>The lamps of the alarm streetlights that stand at present.</summary>
internal sealed class AlarmLamps(IDeviceDirectory devices) : IAlarmLamps
{
    /// <inheritdoc/>
    public ValueTask ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken) =>
        devices.Of<IAlarmStreetlight>().FirstOrDefault(light => light.Id.Value == device) is { } light
            ? light.ShowAcknowledgedAsync(Guid.Parse(press), cancellationToken)
            : throw new DeviceFaultException(
                $"{device}: no alarm streetlight of the hardware file has this id. Add it, or acknowledge by telephone.",
                new Wording(
                    $"硬件文件中没有编号为 {device} 的报警灯，请添加，或电话告知求助者",
                    $"no alarm streetlight of the hardware file has the id {device}; add it, or acknowledge by telephone"));
}
