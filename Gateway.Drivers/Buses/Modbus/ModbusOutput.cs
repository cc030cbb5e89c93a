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
    private volatile bool _leaves = line.SafeActive; // chosen by the device at any time

    public OutputLine Line => line;

    /// <summary>What the coil is to be once the line has been given back.</summary>
    public bool LastCoil => _leaves != line.ActiveLow;

    /// <inheritdoc/>
    public void Leave(bool active) => _leaves = active;

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
                await LeaveAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Always written once, whatever became of earlier writes: one that was given up may or may not have reached the wire.</summary>
    private async ValueTask LeaveAsync()
    {
        var left = false;
        try
        {
            await WriteAsync(_leaves, CancellationToken.None);
            left = true;
        }
        finally
        {
            giveBack(this, left);
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
