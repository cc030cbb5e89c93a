namespace Gateway.Drivers.Buses.Gpio;

/// <summary>Hands out lines by name. Each line is handed out once.</summary>
public interface IDigitalBus
{
    /// <summary>An output, driven inactive at once.</summary>
    /// <exception cref="Devices.DeviceFaultException">No such line, or it is taken.</exception>
    IDigitalOutput Output(string line);

    /// <summary>An input.</summary>
    /// <exception cref="Devices.DeviceFaultException">No such line, or it is taken.</exception>
    IDigitalInput Input(string line);
}
