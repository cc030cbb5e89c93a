namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A set of numbered lines, such as a GPIO chip or a relay board.</summary>
public interface IDigitalBus
{
    /// <summary>Takes a line for output. The line keeps its level until it is first driven.</summary>
    /// <exception cref="Devices.DeviceFaultException">No such line, or it is taken.</exception>
    IDigitalOutput OpenOutput(int line);

    /// <summary>Takes a line for input.</summary>
    /// <exception cref="Devices.DeviceFaultException">No such line, or it is taken.</exception>
    IDigitalInput OpenInput(int line);
}
