namespace Gateway.Drivers.Devices;

/// <summary>What a supervisor knows of its device.</summary>
public enum DeviceState
{
    Connecting,
    Online,
    Degraded,
    Offline,
    Faulty,
}
