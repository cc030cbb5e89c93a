namespace Gateway.Drivers.ChargingPoints;

/// <summary>One outlet as its hardware shows it: something that switches and something that measures.</summary>
internal interface IOutletDriver
{
    /// <summary>Switches; returns once the hardware has taken the command, at the latest when its own time-outs are over.</summary>
    /// <exception cref="Devices.DeviceFaultException">The hardware did not take it.</exception>
    ValueTask SwitchAsync(bool on, CancellationToken cancellationToken);

    /// <summary>
    /// The meter's reading and when it was begun, in ticks of <see cref="TimeProvider.GetTimestamp"/>: a reading proves nothing about what
    /// was done after that.
    /// </summary>
    /// <exception cref="Devices.DeviceFaultException">The meter does not answer.</exception>
    ValueTask<(MeterReading Reading, long Begun)> ReadAsync(CancellationToken cancellationToken);
}
