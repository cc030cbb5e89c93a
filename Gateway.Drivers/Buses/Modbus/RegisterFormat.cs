using System.Buffers.Binary;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>How registers become a measured value.</summary>
/// <param name="Type">Kind and width of the number.</param>
/// <param name="Order">Order of its bytes. Default <see cref="RegisterOrder.Abcd"/>.</param>
/// <param name="Scale">What one count is worth, such as 0.1 for tenths. Default 1.</param>
public sealed record RegisterFormat(RegisterType Type, RegisterOrder Order = RegisterOrder.Abcd, double Scale = 1)
{
    /// <summary>Registers that a value takes: 1 or 2.</summary>
    public int Words => Type is RegisterType.Word or RegisterType.SignedWord ? 1 : 2;

    /// <summary>The value in <paramref name="registers"/>, of which the first <see cref="Words"/> count. May be NaN or infinite for floats.</summary>
    public double Decode(ReadOnlySpan<ushort> registers)
    {
        Span<byte> bytes = stackalloc byte[4];
        var high = Word(registers, 0);
        if (Words == 1)
        {
            return (Type == RegisterType.SignedWord ? (short)high : high) * Scale;
        }

        BinaryPrimitives.WriteUInt16BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], Word(registers, 1));
        return Scale * Type switch
        {
            RegisterType.DoubleWord => (double)BinaryPrimitives.ReadUInt32BigEndian(bytes),
            RegisterType.SignedDoubleWord => BinaryPrimitives.ReadInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadSingleBigEndian(bytes),
        };
    }

    /// <summary>Writes <paramref name="value"/>, bounded to what the type holds, into the first <see cref="Words"/> of <paramref name="registers"/>.</summary>
    public void Encode(double value, Span<ushort> registers)
    {
        var counts = value / Scale;
        Span<byte> bytes = stackalloc byte[4];
        switch (Type)
        {
            case RegisterType.Word:
                registers[0] = Swapped((ushort)Math.Clamp(Math.Round(counts), ushort.MinValue, ushort.MaxValue));
                return;
            case RegisterType.SignedWord:
                registers[0] = Swapped((ushort)(short)Math.Clamp(Math.Round(counts), short.MinValue, short.MaxValue));
                return;
            case RegisterType.DoubleWord:
                BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Math.Clamp(Math.Round(counts), uint.MinValue, uint.MaxValue));
                break;
            case RegisterType.SignedDoubleWord:
                BinaryPrimitives.WriteInt32BigEndian(bytes, (int)Math.Clamp(Math.Round(counts), int.MinValue, int.MaxValue));
                break;
            default:
                BinaryPrimitives.WriteSingleBigEndian(bytes, (float)counts);
                break;
        }

        registers[Position(0)] = Swapped(BinaryPrimitives.ReadUInt16BigEndian(bytes));
        registers[Position(1)] = Swapped(BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
    }

    private ushort Word(ReadOnlySpan<ushort> registers, int significance) => Swapped(registers[Position(significance)]);

    private int Position(int significance) =>
        Words == 2 && Order is RegisterOrder.Cdab or RegisterOrder.Dcba ? Words - 1 - significance : significance;

    private ushort Swapped(ushort word) =>
        Order is RegisterOrder.Badc or RegisterOrder.Dcba ? BinaryPrimitives.ReverseEndianness(word) : word;
}
