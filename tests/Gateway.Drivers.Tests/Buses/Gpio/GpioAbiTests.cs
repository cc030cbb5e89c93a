using System.Runtime.CompilerServices;
using System.Text;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>The figures are what a C compiler makes of linux/gpio.h on x64 and arm64.</summary>
public sealed class GpioAbiTests
{
    [Fact]
    public void Structures_have_the_kernel_s_sizes()
    {
        Assert.Equal(68, Unsafe.SizeOf<GpioAbi.ChipInfo>());
        Assert.Equal(16, Unsafe.SizeOf<GpioAbi.Attribute>());
        Assert.Equal(24, Unsafe.SizeOf<GpioAbi.ConfigAttribute>());
        Assert.Equal(272, Unsafe.SizeOf<GpioAbi.LineConfig>());
        Assert.Equal(592, Unsafe.SizeOf<GpioAbi.LineRequest>());
        Assert.Equal(16, Unsafe.SizeOf<GpioAbi.LineValues>());
        Assert.Equal(256, Unsafe.SizeOf<GpioAbi.LineInfo>());
        Assert.Equal(48, Unsafe.SizeOf<GpioAbi.LineEvent>());
        Assert.Equal(8, Unsafe.SizeOf<GpioAbi.Poll>());
    }

    [Fact]
    public void Calls_have_the_kernel_s_numbers()
    {
        Assert.Equal(0x8044B401, GpioAbi.GetChipInfo);
        Assert.Equal(0xC100B405, GpioAbi.GetLineInfo);
        Assert.Equal(0xC250B407, GpioAbi.GetLine);
        Assert.Equal(0xC010B40E, GpioAbi.GetValues);
        Assert.Equal(0xC010B40F, GpioAbi.SetValues);
    }

    [Fact]
    public void Output_carries_its_first_level_in_the_request()
    {
        var abi = GpioChip.ToAbi(new GpioLineRequest(17, "door of gate 1", ActiveLow: true) { Output = true });

        Assert.Equal(17u, abi.Offsets[0]);
        Assert.Equal(1u, abi.Lines);
        Assert.Equal(GpioAbi.Output | GpioAbi.ActiveLow, abi.Config.Flags);
        Assert.Equal(1u, abi.Config.AttributeCount);
        Assert.Equal((2u, 1UL, 1UL), Only(abi));
    }

    [Theory]
    [InlineData(LineBias.AsIs, 0)]
    [InlineData(LineBias.PullUp, 256)]
    [InlineData(LineBias.PullDown, 512)]
    [InlineData(LineBias.None, 1024)]
    public void Input_asks_for_both_edges_debounce_and_bias(LineBias bias, ulong flag)
    {
        var abi = GpioChip.ToAbi(new GpioLineRequest(3, "contact", ActiveLow: false) { Bias = bias, Debounce = TimeSpan.FromMilliseconds(5), Buffer = 64 });

        Assert.Equal(4 | 16 | 32 | flag, abi.Config.Flags);
        Assert.Equal(64u, abi.EventBufferSize);
        Assert.Equal((3u, 5000UL, 1UL), Only(abi));
    }

    [Fact]
    public void Input_without_debounce_has_no_attribute() =>
        Assert.Equal(0u, GpioChip.ToAbi(new GpioLineRequest(3, "contact", ActiveLow: false)).Config.AttributeCount);

    [Fact]
    public void Long_consumer_is_cut_at_a_whole_character()
    {
        var abi = GpioChip.ToAbi(new GpioLineRequest(0, "三号楼人脸门禁的门锁继电器", ActiveLow: false) { Output = false });

        Assert.Equal("三号楼人脸门禁的门锁", Encoding.UTF8.GetString(((ReadOnlySpan<byte>)abi.Consumer).TrimEnd((byte)0)));
    }

    private static (uint Id, ulong Value, ulong Mask) Only(GpioAbi.LineRequest abi)
    {
        var attribute = abi.Config.Attributes[0];
        return (attribute.Attribute.Id, attribute.Attribute.Value, attribute.Mask);
    }
}
