using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>Waits with poll(2) on the lines' descriptors and on an eventfd that wakes it.</summary>
internal sealed class GpioWaiter : IGpioWaiter
{
    private readonly SafeFileHandle _wake = GpioCalls.EventCounter();

    /// <inheritdoc/>
    public void Wait(IReadOnlyList<IGpioRequest> lines, Span<GpioReady> ready)
    {
        var files = new SafeFileHandle[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            files[i] = ((GpioRequest)lines[i]).File;
        }

        files[^1] = _wake;
        var found = new GpioReady[files.Length];
        GpioCalls.Poll(files, found);
        GpioCalls.Unsignal(_wake);
        found.AsSpan(0, lines.Count).CopyTo(ready);
    }

    /// <inheritdoc/>
    public void Wake() => GpioCalls.Signal(_wake);

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();
}
