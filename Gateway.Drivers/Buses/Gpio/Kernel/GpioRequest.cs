using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>A held line: the kernel gives it back when the descriptor is closed, also when the process dies.</summary>
internal sealed class GpioRequest(SafeFileHandle line) : IGpioRequest
{
    public SafeFileHandle File => line;

    /// <inheritdoc/>
    public bool Read() => GpioCalls.Read(line);

    /// <inheritdoc/>
    public void Write(bool active) => GpioCalls.Write(line, active);

    /// <inheritdoc/>
    public int ReadEvents(Span<GpioEvent> into) => GpioCalls.ReadEvents(line, into);

    /// <inheritdoc/>
    public void Dispose() => line.Dispose();
}
