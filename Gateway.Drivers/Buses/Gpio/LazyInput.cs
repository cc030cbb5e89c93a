using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>An input that is taken when it is first asked and taken anew after a fault. One reader at a time.</summary>
internal sealed class LazyInput(IDigitalBus bus, InputLine line) : IDigitalInput
{
    private readonly Lock _gate = new();
    private IDigitalInput? _taken; // guarded by _gate
    private bool _givenBack; // guarded by _gate

    /// <inheritdoc/>
    public bool IsActive
    {
        get
        {
            var taken = Take();
            try
            {
                return taken.IsActive;
            }
            catch (DeviceFaultException)
            {
                Forget(taken);
                _ = GiveBackAsync(taken);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken)
    {
        var taken = Take();
        try
        {
            return await taken.ReadEdgeAsync(cancellationToken);
        }
        catch (DeviceFaultException)
        {
            Forget(taken);
            await taken.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        IDigitalInput? taken;
        lock (_gate)
        {
            (taken, _taken, _givenBack) = (_taken, null, true);
        }

        return taken?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>A line that is forgotten but held would be taken for ever.</summary>
    private static async Task GiveBackAsync(IDigitalInput lost)
    {
        try
        {
            await lost.DisposeAsync();
        }
        catch (DeviceFaultException)
        {
            // The fault that is being handled already says that the line is lost.
        }
    }

    private IDigitalInput Take()
    {
        lock (_gate)
        {
            return _givenBack
                ? throw new DeviceFaultException($"{line.Consumer}: the line {line.Address} has been given back.")
                : _taken ??= bus.OpenInput(line);
        }
    }

    private void Forget(IDigitalInput lost)
    {
        lock (_gate)
        {
            _taken = ReferenceEquals(_taken, lost) ? null : _taken;
        }
    }
}
