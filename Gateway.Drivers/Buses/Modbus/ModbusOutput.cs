using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// A coil that a device drives. The bus writes the wanted level again from time to time, for boards that were switched off and on; a safe
/// level that the board did not take at the end stays owed to it. Safe for several threads.
/// </summary>
internal sealed class ModbusOutput(OutputLine line, IRegisterBus bus, Action<ModbusOutput, bool> giveBack) : IDigitalOutput
{
    private readonly SemaphoreSlim _gate = new(1); // one writer at a time; guards everything below it
    private bool _wanted = line.SafeActive;
    private bool _givenBack;

    public OutputLine Line => line;

    /// <summary>What the coil is when the line is at its safe level.</summary>
    public bool SafeCoil => line.SafeActive != line.ActiveLow;

    /// <inheritdoc/>
    public async ValueTask SetAsync(bool active, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_givenBack)
            {
                throw new DeviceFaultException($"{line.Consumer}: the coil {line.Address} has been given back.");
            }

            await WriteAsync(active, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Writes the wanted level once more.</summary>
    /// <exception cref="DeviceFaultException">The unit does not take it.</exception>
    public async ValueTask AssertAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_givenBack)
            {
                await WriteAsync(_wanted, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (!_givenBack)
            {
                _givenBack = true;
                await LeaveSafeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Always written once, whatever became of earlier writes: one that was given up may or may not have reached the wire.</summary>
    private async ValueTask LeaveSafeAsync()
    {
        var safe = false;
        try
        {
            await WriteAsync(line.SafeActive, CancellationToken.None);
            safe = true;
        }
        finally
        {
            giveBack(this, safe);
        }
    }

    private async ValueTask WriteAsync(bool active, CancellationToken cancellationToken)
    {
        // What should be safe is wanted even if this write fails; what should not be is wanted only once it is on the wire.
        _wanted = active == line.SafeActive ? active : _wanted;
        await bus.WriteCoilsAsync(line.Address.Unit, line.Address.Number, new[] { active != line.ActiveLow }, cancellationToken);
        _wanted = active;
    }
}
