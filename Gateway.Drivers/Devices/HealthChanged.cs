namespace Gateway.Drivers.Devices;

/// <summary>A device changed state.</summary>
public sealed record HealthChanged(DeviceHealth Health) : Observation(Health.Device, Health.Since);
