namespace Gateway.Drivers.Buses.Modbus;

/// <summary>The transactions of a bus. Safe for several threads.</summary>
internal sealed class ModbusRegisters(ModbusLink link) : IRegisterBus
{
    // The standard's bounds of one transaction (Modbus Application Protocol V1.1b3, section 6).
    private const int MaxReadBits = 2000;
    private const int MaxReadRegisters = 125;
    private const int MaxWriteBits = 1968;
    private const int MaxWriteRegisters = 123;
    private const int Addresses = 65536;
    private const int MaxUnit = 247;

    /// <inheritdoc/>
    public async ValueTask<bool[]> ReadBitsAsync(int unit, BitTable table, int address, int count, CancellationToken cancellationToken)
    {
        Require(unit, address, count, MaxReadBits);
        var inputs = table == BitTable.DiscreteInputs;
        return await link.ExecuteAsync(
            new ModbusCall(unit, inputs ? 2 : 1, address, count),
            modbus =>
            {
                var bits = new byte[count];
                modbus.ReadBits(unit, inputs, address, bits);
                return Array.ConvertAll(bits, static bit => bit != 0);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ushort[]> ReadRegistersAsync(int unit, RegisterTable table, int address, int count, CancellationToken cancellationToken)
    {
        Require(unit, address, count, MaxReadRegisters);
        var inputs = table == RegisterTable.Input;
        return await link.ExecuteAsync(
            new ModbusCall(unit, inputs ? 4 : 3, address, count),
            modbus =>
            {
                var registers = new ushort[count];
                modbus.ReadRegisters(unit, inputs, address, registers);
                return registers;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask WriteCoilsAsync(int unit, int address, ReadOnlyMemory<bool> levels, CancellationToken cancellationToken)
    {
        Require(unit, address, levels.Length, MaxWriteBits);
        await WriteAsync(unit, address, Array.ConvertAll(levels.ToArray(), static level => (byte)(level ? 1 : 0)), insist: false, cancellationToken);
    }

    /// <summary>Writes one coil; where <paramref name="insist"/>, also to a unit that is left alone because it was silent.</summary>
    /// <exception cref="Devices.DeviceFaultException">The unit is silent or refuses; the message says what to check.</exception>
    public async ValueTask WriteCoilAsync(int unit, int address, bool level, bool insist, CancellationToken cancellationToken)
    {
        Require(unit, address, 1, MaxWriteBits);
        await WriteAsync(unit, address, [(byte)(level ? 1 : 0)], insist, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask WriteRegistersAsync(int unit, int address, ReadOnlyMemory<ushort> values, CancellationToken cancellationToken)
    {
        Require(unit, address, values.Length, MaxWriteRegisters);
        var registers = values.ToArray();
        await link.ExecuteAsync(
            new ModbusCall(unit, registers.Length == 1 ? 6 : 16, address, registers.Length),
            modbus =>
            {
                modbus.WriteRegisters(unit, address, registers);
                return true;
            },
            cancellationToken);
    }

    private Task<bool> WriteAsync(int unit, int address, byte[] bits, bool insist, CancellationToken cancellationToken) =>
        link.ExecuteAsync(
            new ModbusCall(unit, bits.Length == 1 ? ModbusCall.WriteCoil : 15, address, bits.Length) { Insists = insist },
            modbus =>
            {
                modbus.WriteBits(unit, address, bits);
                return true;
            },
            cancellationToken);

    private static void Require(int unit, int address, int count, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unit, MaxUnit);
        ArgumentOutOfRangeException.ThrowIfNegative(address);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address, Addresses - count);
    }
}
