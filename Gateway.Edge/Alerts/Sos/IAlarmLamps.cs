using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>The lamps of the alarm streetlights, as far as a caller is to learn from them. Safe for use by several threads.</summary>
internal interface IAlarmLamps
{
    /// <summary>Lets the lamp show that an officer has acknowledged the press; completes when it does. Doing it again changes nothing.</summary>
    /// <param name="device">Device id of the alarm streetlight.</param>
    /// <param name="press">UUID of the press.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where the press is over, the lamp at rest or calling for another one: there is nobody left to show it to.</returns>
    /// <exception cref="DeviceFaultException">There is no such light, or the lamp cannot be changed; the message names which and the fix.</exception>
    ValueTask<bool> ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken);
}
