using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>
/// An output that is taken when it is first driven and taken anew after a fault, so that a device whose bus is absent comes to life when
/// the bus does. Safe for several threads.
/// </summary>
internal sealed class LazyOutput(IDigitalBus bus, OutputLine line) : IDigitalOutput
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile IDigitalOutput? _taken; // changed under _gate
    private bool _givenBack; // guarded by _gate
    private volatile bool _leaves = line.SafeActive;

    /// <inheritdoc/>
    public async ValueTask SetAsync(bool active, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_givenBack)
            {
                throw new DeviceFaultException($"{line.Consumer}: the line {line.Address} has been given back.");
            }

            var taken = _taken ??= bus.OpenOutput(line);
            taken.Leave(_leaves);
            await taken.SetAsync(active, cancellationToken);
        }
        catch (DeviceFaultException)
        {
            await LetGoAsync();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Leave(bool active)
    {
        _leaves = active;
        _taken?.Leave(active);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _givenBack = true;
            await LetGoAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask LetGoAsync()
    {
        if (_taken is { } taken)
        {
            _taken = null;
            try
            {
                await taken.DisposeAsync();
            }
            catch (DeviceFaultException)
            {
                // The fault that is being handled already says that the line is lost.
            }
        }
    }
}
