namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>Those error numbers of Linux's <c>errno.h</c> that have a meaning of their own for GPIO; the same on x64 and arm64.</summary>
internal enum GpioErrno
{
    NotPermitted = 1,
    NotFound = 2,
    InputOutput = 5,
    NoSuchAddress = 6,
    AccessDenied = 13,
    Busy = 16,
    NoDevice = 19,
    Invalid = 22,
    NoIoctl = 25,
    Overflow = 75,
    NotSupported = 95,
    TimedOut = 110,
    RemoteIo = 121,
}
