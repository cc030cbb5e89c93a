using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A held output. It is safe from the moment it is taken until it is driven, and again once it is given back.</summary>
internal sealed class GpioOutput(GpioHold hold, bool safe, GpioThread thread, Action<GpioOutput> closed) : IDigitalOutput
{
    private volatile bool _leaves = safe; // chosen by the device, read by the thread

    public GpioHold Hold => hold;

    /// <inheritdoc/>
    public void Leave(bool active) => _leaves = active;

    /// <inheritdoc/>
    public async ValueTask SetAsync(bool active, CancellationToken cancellationToken) =>
        await thread.InvokeAsync(() => Write(active), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await thread.InvokeAsync(MakeSafe, CancellationToken.None);
        }
        catch (DeviceFaultException)
        {
            // A line that cannot be driven any more: giving it back is all that is left.
        }

        hold.Dispose();
        closed(this);
    }

    /// <summary>Drives the level that is to be left at once, on the caller's thread: the process is ending.</summary>
    public void MakeSafe()
    {
        if (hold.Request is not null)
        {
            Write(_leaves);
        }
    }

    private void Write(bool active) => hold.Use(line =>
    {
        line.Write(active);
        return active;
    });
}
