using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>The lamps of the alarm streetlights, as far as a caller is to learn from them. Safe for use by several threads.</summary>
internal interface IAlarmLamps
{
    /// <summary>Lets the lamp show that an officer has acknowledged the press; completes when it does. Doing it again changes nothing.</summary>
    /// <param name="device">Device id of the alarm streetlight.</param>
    /// <param name="press">UUID of the press; another one is under way at that light where this one is over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">There is no such light, the press is over, or the lamp cannot be changed; the message names which and the fix.</exception>
    ValueTask ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken);
}
