using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>Every answer of the kernel has words with the fix.</summary>
public sealed class GpioFaultTests
{
    [Theory]
    [InlineData(2, "Plug the expander in")]
    [InlineData(19, "Plug the expander in")]
    [InlineData(13, "group gpio")]
    [InlineData(1, "udev rule")]
    [InlineData(25, "update the kernel")]
    [InlineData(24, "cannot be opened")]
    public void Chip_that_does_not_open(int errno, string says) =>
        Assert.Contains(says, GpioFault.Opening("pinctrl-rp1", new GpioException(errno, "open")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(16, "End that program")]
    [InlineData(1, "the kernel reserves it")]
    [InlineData(22, "\"bias\": \"as-is\"")]
    [InlineData(95, "\"bias\": \"as-is\"")]
    [InlineData(19, "its chip is gone")]
    [InlineData(12, "cannot be taken")]
    public void Line_that_is_not_given(int errno, string says)
    {
        var error = new GpioException(errno, "GPIO_V2_GET_LINE");
        var fault = GpioFault.Taking("GPIO line 3 of gpio1", "spi0", error);
        Assert.StartsWith("GPIO line 3 of gpio1", fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Same(error, fault.InnerException);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Holder_without_a_name_is_said_to_have_none(string? holder) =>
        Assert.Contains("gave no name", GpioFault.Taking("line", holder, new GpioException(16, "x")).Message, StringComparison.Ordinal);
}
