using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>A meter's registers, as its manual lists them.</summary>
/// <param name="Table">Which registers they are.</param>
/// <param name="Power">Active power, W.</param>
/// <param name="Voltage">V; null where it has none.</param>
/// <param name="Current">A; null where it has none.</param>
/// <param name="Energy">Counter, Wh; null where it has none.</param>
/// <param name="Temperature">°C; null where it has none.</param>
public sealed record MeterMap(
    RegisterTable Table,
    MeterValue Power,
    MeterValue? Voltage = null,
    MeterValue? Current = null,
    MeterValue? Energy = null,
    MeterValue? Temperature = null)
{
    /// <summary>Values as far apart as this are read together: a gap costs less than another question.</summary>
    private const int MostTogether = 100;

    /// <summary>The same map, some registers further: for meters with several channels.</summary>
    public MeterMap Moved(int by) => by == 0 ? this : new MeterMap(
        Table, Power.Moved(by), Voltage?.Moved(by), Current?.Moved(by), Energy?.Moved(by), Temperature?.Moved(by));

    /// <summary>Reads that together cover every value, as few as may be: first register and count.</summary>
    public IReadOnlyList<(int Address, int Count)> Blocks()
    {
        List<(int Address, int Count)> blocks = [];
        foreach (var value in Values().OrderBy(value => value.Address))
        {
            var end = value.Address + value.Format.Words;
            if (blocks is [.., var last] && end - last.Address <= MostTogether)
            {
                blocks[^1] = (last.Address, Math.Max(last.Count, end - last.Address));
            }
            else
            {
                blocks.Add((value.Address, value.Format.Words));
            }
        }

        return blocks;
    }

    /// <summary>The reading in registers that have been read block by block.</summary>
    public MeterReading Decode(IReadOnlyList<(int Address, ushort[] Registers)> blocks)
    {
        return new MeterReading(Value(Power)!.Value, Value(Voltage), Value(Current), Value(Energy), Value(Temperature));

        double? Value(MeterValue? value)
        {
            if (value is null)
            {
                return null;
            }

            var (address, registers) = blocks.First(block =>
                value.Address >= block.Address && value.Address + value.Format.Words <= block.Address + block.Registers.Length);
            return value.Format.Decode(registers.AsSpan(value.Address - address));
        }
    }

    private IEnumerable<MeterValue> Values() => new[] { Power, Voltage, Current, Energy, Temperature }.OfType<MeterValue>();
}
