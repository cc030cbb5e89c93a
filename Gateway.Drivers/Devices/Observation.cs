namespace Gateway.Drivers.Devices;

/// <summary>Something a device reports. Drivers know devices, never residents or alerts.</summary>
/// <param name="Device">Who reports.</param>
/// <param name="At">Wall time of the report.</param>
public abstract record Observation(DeviceId Device, DateTimeOffset At)
{
    /// <summary>A call for help: it overtakes everything else on its way to the journal.</summary>
    public virtual bool IsUrgent => false;
}
