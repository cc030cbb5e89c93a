namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// Units with bits and 16-bit registers. Units are 1..247, addresses 0..65535 counted from 0 as on the wire. Safe for several threads;
/// transactions take turns, and a failed one has been repeated as often as the bus allows.
/// </summary>
public interface IRegisterBus
{
    /// <summary>Reads 1 to 2000 bits.</summary>
    /// <exception cref="Devices.DeviceFaultException">The unit is silent or refuses; the message says what to check.</exception>
    ValueTask<bool[]> ReadBitsAsync(int unit, BitTable table, int address, int count, CancellationToken cancellationToken);

    /// <summary>Reads 1 to 125 registers.</summary>
    /// <exception cref="Devices.DeviceFaultException">The unit is silent or refuses; the message says what to check.</exception>
    ValueTask<ushort[]> ReadRegistersAsync(int unit, RegisterTable table, int address, int count, CancellationToken cancellationToken);

    /// <summary>Writes 1 to 1968 coils; they overtake reads that wait.</summary>
    /// <exception cref="Devices.DeviceFaultException">The unit is silent or refuses; the message says what to check.</exception>
    ValueTask WriteCoilsAsync(int unit, int address, ReadOnlyMemory<bool> levels, CancellationToken cancellationToken);

    /// <summary>Writes 1 to 123 holding registers; they overtake reads that wait.</summary>
    /// <exception cref="Devices.DeviceFaultException">The unit is silent or refuses; the message says what to check.</exception>
    ValueTask WriteRegistersAsync(int unit, int address, ReadOnlyMemory<ushort> values, CancellationToken cancellationToken);
}
