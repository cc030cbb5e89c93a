using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.Tests.Buses.Modbus;

public sealed class RegisterFormatTests
{
    /// <summary>0x12345678 is 305419896; 0x435C3333 is 220.2 as a float.</summary>
    [Theory]
    [InlineData(RegisterOrder.Abcd, 0x1234, 0x5678)]
    [InlineData(RegisterOrder.Cdab, 0x5678, 0x1234)]
    [InlineData(RegisterOrder.Badc, 0x3412, 0x7856)]
    [InlineData(RegisterOrder.Dcba, 0x7856, 0x3412)]
    public void Long_number_is_read_in_every_order(RegisterOrder order, int first, int second) =>
        Assert.Equal(305419896, new RegisterFormat(RegisterType.DoubleWord, order).Decode([(ushort)first, (ushort)second]));

    [Theory]
    [InlineData(RegisterOrder.Abcd, 0x435C, 0x3333)]
    [InlineData(RegisterOrder.Cdab, 0x3333, 0x435C)]
    [InlineData(RegisterOrder.Badc, 0x5C43, 0x3333)]
    [InlineData(RegisterOrder.Dcba, 0x3333, 0x5C43)]
    public void Float_is_read_in_every_order(RegisterOrder order, int first, int second) =>
        Assert.Equal(220.2, new RegisterFormat(RegisterType.Real, order).Decode([(ushort)first, (ushort)second]), 3);

    [Fact]
    public void Signed_numbers_keep_their_sign_and_scale()
    {
        Assert.Equal(-12.5, new RegisterFormat(RegisterType.SignedWord, Scale: 0.1).Decode([unchecked((ushort)-125)]), 6);
        Assert.Equal(-2, new RegisterFormat(RegisterType.SignedDoubleWord).Decode([0xFFFF, 0xFFFE]));
        Assert.Equal(65411, new RegisterFormat(RegisterType.Word).Decode([unchecked((ushort)-125)]));
    }

    [Fact]
    public void Swapped_bytes_of_a_short_number_are_put_right() =>
        Assert.Equal(0x1234, new RegisterFormat(RegisterType.Word, RegisterOrder.Badc).Decode([0x3412]));

    [Fact]
    public void Whatever_is_written_in_any_format_reads_back()
    {
        var random = new Random(3);
        foreach (var type in Enum.GetValues<RegisterType>())
        {
            foreach (var order in Enum.GetValues<RegisterOrder>())
            {
                var format = new RegisterFormat(type, order, 0.5);
                var registers = new ushort[2];
                for (var i = 0; i < 200; i++)
                {
                    var value = random.Next(type is RegisterType.Word or RegisterType.DoubleWord ? 0 : -16000, 16000) * 0.5;
                    format.Encode(value, registers);
                    Assert.Equal(value, format.Decode(registers.AsSpan(0, format.Words)));
                }
            }
        }
    }

    [Fact]
    public void Value_beyond_the_type_is_bounded_not_wrapped()
    {
        var registers = new ushort[1];
        new RegisterFormat(RegisterType.Word).Encode(-5, registers);
        Assert.Equal(0, registers[0]);
        new RegisterFormat(RegisterType.Word, Scale: 0.1).Encode(9000, registers);
        Assert.Equal(ushort.MaxValue, registers[0]);
    }
}
