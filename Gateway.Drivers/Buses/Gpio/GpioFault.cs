using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>Turns what the kernel answered into words with the fix.</summary>
internal static class GpioFault
{
    /// <summary>The chip <paramref name="chip"/> could not be opened.</summary>
    public static DeviceFaultException Opening(string chip, GpioException error) => error.Errno switch
    {
        GpioErrno.NotFound or GpioErrno.NoDevice or GpioErrno.NoSuchAddress => new(
            $"GPIO chip {chip} is absent. Plug the expander in, or correct \"chip\" in the hardware file: its label stays the same on every kernel.", error),
        GpioErrno.AccessDenied or GpioErrno.NotPermitted => new(
            $"GPIO chip {chip} may not be opened by this user. Add the user to the group gpio, and where that group cannot open it either, a udev "
            + "rule: SUBSYSTEM==\"gpio\", GROUP=\"gpio\", MODE=\"0660\". In a container, pass the device in with --device.", error),
        GpioErrno.NoIoctl or GpioErrno.Invalid => new(
            $"{chip} is not a GPIO chip of a kernel from 5.10 on. Correct \"chip\" in the hardware file, or update the kernel.", error),
        _ => new($"GPIO chip {chip} cannot be opened: {error.Message}.", error),
    };

    /// <summary>A line could not be taken; <paramref name="holder"/> has it now, where anybody has.</summary>
    public static DeviceFaultException Taking(string line, string? holder, GpioException error) => error.Errno switch
    {
        GpioErrno.Busy => new(
            $"{line} is taken by {(string.IsNullOrEmpty(holder) ? "somebody who gave no name" : $"\"{holder}\"")}. End that program, remove the overlay "
            + "that claims the pin, or wire another line.", error),
        GpioErrno.NotPermitted or GpioErrno.AccessDenied => new($"{line} may not be taken: the kernel reserves it. Wire another line.", error),
        GpioErrno.Invalid or GpioErrno.NotSupported => new(
            $"{line} cannot do what is asked of it ({error.Message}). Some chips have no bias or no interrupts: use \"bias\": \"as-is\" and a resistor, or "
            + "another line.", error),
        _ when error.Gone => Lost(line, error),
        _ => new($"{line} cannot be taken: {error.Message}.", error),
    };

    /// <summary>The chip went away while the line was held.</summary>
    public static DeviceFaultException Lost(string line, Exception? error = null) => new(
        $"{line} is lost: its chip is gone. Plug the expander in again; the line is then taken anew, an output at its safe level.", error!);

    /// <summary>A held line could not be read or driven.</summary>
    public static DeviceFaultException Using(string line, GpioException error) => new(
        $"{line} does not answer: {error.Message}. Check the expander's cable and supply.", error);

    public static DeviceFaultException Released(string line) => new($"{line} has been given back.");

    /// <summary>The thread of the chip is stuck in the kernel.</summary>
    public static DeviceFaultException Stuck(string chip) => new(
        $"GPIO chip {chip} has not answered for {GpioThread.Patience.TotalSeconds:0} s. Check the expander's cable and supply.");
}
