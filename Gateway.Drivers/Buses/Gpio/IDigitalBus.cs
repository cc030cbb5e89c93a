namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A set of lines, such as a GPIO chip or a relay board. Safe for several threads.</summary>
public interface IDigitalBus
{
    /// <summary>Takes a line for output, at its safe level.</summary>
    /// <exception cref="Devices.DeviceFaultException">No such line, or it is taken.</exception>
    IDigitalOutput OpenOutput(OutputLine line);

    /// <summary>Takes a line for input.</summary>
    /// <exception cref="Devices.DeviceFaultException">No such line, or it is taken.</exception>
    IDigitalInput OpenInput(InputLine line);
}
