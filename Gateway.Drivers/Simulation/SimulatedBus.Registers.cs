using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation;

/// <content>Registers in software; coils are the bus's outputs and discrete inputs its inputs.</content>
internal sealed partial class SimulatedBus : IRegisterBus
{
    private readonly ConcurrentDictionary<int, SimulatedUnit> _units = new();

    /// <summary>A unit; made on first use.</summary>
    public SimulatedUnit Unit(int unit) => _units.GetOrAdd(unit, _ => new SimulatedUnit());

    /// <inheritdoc/>
    public ValueTask<bool[]> ReadBitsAsync(int unit, BitTable table, int address, int count, CancellationToken cancellationToken)
    {
        Answering(unit, cancellationToken);
        return ValueTask.FromResult(Enumerable.Range(address, count).Select(number =>
        {
            var at = new LineAddress(number, Unit: unit);
            return table == BitTable.Coils ? Output(at).IsActive : Input(at).IsActive;
        }).ToArray());
    }

    /// <inheritdoc/>
    public ValueTask<ushort[]> ReadRegistersAsync(int unit, RegisterTable table, int address, int count, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Answering(unit, cancellationToken).Read(table, address, count));

    /// <inheritdoc/>
    public ValueTask WriteCoilsAsync(int unit, int address, ReadOnlyMemory<bool> levels, CancellationToken cancellationToken)
    {
        Answering(unit, cancellationToken);
        for (var i = 0; i < levels.Length; i++)
        {
            Output(new LineAddress(address + i, Unit: unit)).Drive(levels.Span[i]);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask WriteRegistersAsync(int unit, int address, ReadOnlyMemory<ushort> values, CancellationToken cancellationToken)
    {
        var registers = Answering(unit, cancellationToken);
        for (var i = 0; i < values.Length; i++)
        {
            registers[RegisterTable.Holding, address + i] = values.Span[i];
        }

        return ValueTask.CompletedTask;
    }

    private SimulatedUnit Answering(int unit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var registers = Unit(unit);
        return (registers.Fault ?? Fault) is { } fault ? throw new DeviceFaultException(fault) : registers;
    }
}
