using System.ComponentModel;

namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>A call to the kernel failed.</summary>
internal sealed class GpioException(int number, string call)
    : Exception($"{call}: {new Win32Exception(number).Message} (errno {number})")
{
    public GpioErrno Errno { get; } = (GpioErrno)number;

    /// <summary>The chip was there and is not any more.</summary>
    public bool Gone => Errno is GpioErrno.NoDevice or GpioErrno.NoSuchAddress;
}
