using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// A Modbus line or connection: its registers, and relay boards as lines: coils are outputs, discrete inputs are inputs. The protocol knows
/// no safe level: when the gateway is killed, relays stay as they are unless the board has a watchdog (<see cref="ModbusWatchdog"/>). Safe
/// for several threads.
/// </summary>
internal sealed partial class ModbusBus : IBus, IRegisterBus, IDigitalBus
{
    private readonly ConcurrentDictionary<LineAddress, ModbusOutput> _outputs = new();
    private readonly ConcurrentDictionary<LineAddress, ModbusInput> _inputs = new();
    private readonly ModbusSettings _settings;
    private readonly ModbusLink _link;
    private readonly ModbusRegisters _registers;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    public ModbusBus(DeviceId id, string kind, ModbusSettings settings, TimeProvider clock, Random random, ILogger<ModbusBus> logger)
    {
        (Id, Kind, _settings, _clock, _logger) = (id, kind, settings, clock, logger);
        _link = new ModbusLink(settings, clock, random, logger);
        _registers = new ModbusRegisters(_link);
    }

    /// <inheritdoc/>
    public DeviceId Id { get; }

    /// <inheritdoc/>
    public string Kind { get; }

    /// <inheritdoc/>
    public Wording Name => new($"Modbus 总线 {_settings.Where}", $"Modbus {_settings.Where}");

    /// <inheritdoc/>
    public IDigitalOutput OpenOutput(OutputLine line)
    {
        Require(line.Address, line.Consumer);
        var output = new ModbusOutput(line, _registers, GiveBack);
        if (!TryTake(output))
        {
            var other = _outputs.GetValueOrDefault(line.Address)?.Line.Consumer;
            throw new DeviceFaultException($"{line.Consumer}: the coil {line.Address} of {_settings.Where} is already driven by {other}.");
        }

        // To its safe level, before whatever the device wants first: writes to one unit keep their order.
        _ = TryAssertAsync(output, CancellationToken.None);
        return output;
    }

    /// <inheritdoc/>
    public IDigitalInput OpenInput(InputLine line)
    {
        Require(line.Address, line.Consumer);
        return _inputs.GetOrAdd(line.Address, address => new ModbusInput(address, _settings.StaleAfter, _clock)).Take(line);
    }

    /// <inheritdoc/>
    public ValueTask<bool[]> ReadBitsAsync(int unit, BitTable table, int address, int count, CancellationToken cancellationToken) =>
        _registers.ReadBitsAsync(unit, table, address, count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ushort[]> ReadRegistersAsync(int unit, RegisterTable table, int address, int count, CancellationToken cancellationToken) =>
        _registers.ReadRegistersAsync(unit, table, address, count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask WriteCoilsAsync(int unit, int address, ReadOnlyMemory<bool> levels, CancellationToken cancellationToken) =>
        _registers.WriteCoilsAsync(unit, address, levels, cancellationToken);

    /// <inheritdoc/>
    public ValueTask WriteRegistersAsync(int unit, int address, ReadOnlyMemory<ushort> values, CancellationToken cancellationToken) =>
        _registers.WriteRegistersAsync(unit, address, values, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await PayLastAsync();
        await _link.DisposeAsync();
    }

    private void Require(LineAddress address, string consumer)
    {
        if (address.Name is { } name)
        {
            throw new DeviceFaultException($"{consumer}: {_settings.Where} has no line named {name}: coils and inputs have numbers, counted from 0.");
        }
    }

    private async Task<bool> TryAssertAsync(ModbusOutput output, CancellationToken cancellationToken)
    {
        try
        {
            await output.AssertAsync(cancellationToken);
            return true;
        }
        catch (DeviceFaultException fault)
        {
            if (fault.InnerException is not null)
            {
                // A unit that is left alone was not asked at all: its silence is on record already.
                ModbusLog.NotSafe(_logger, fault.Message);
            }

            return false;
        }
    }
}
