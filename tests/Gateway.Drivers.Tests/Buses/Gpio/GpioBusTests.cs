using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>Finding chips and lines, and what is said where there are none.</summary>
public sealed class GpioBusTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pinctrl-rp1")]
    [InlineData("gpiochip4")]
    [InlineData("/dev/gpiochip4")]
    public async Task Chip_is_found_by_label_name_and_path(string chip)
    {
        await using var bench = new GpioBench(chip);
        bench.Kernel.Plug("/dev/gpiochip0", "gpio-brcmstb", "-");

        await using var output = bench.Bus.OpenOutput(GpioBench.Output(2));
        await output.SetAsync(active: true, Cancelled);

        Assert.True(bench.Chip[2].High);
    }

    [Fact]
    public async Task Line_is_found_by_the_name_that_the_board_gives_it()
    {
        await using var bench = new GpioBench();
        await using var output = bench.Bus.OpenOutput(new OutputLine(new LineAddress(0, "GPIO3"), "siren"));

        Assert.Equal("siren", bench.Chip[3].Holder);
    }

    [Fact]
    public async Task Misspelt_line_is_refused_with_the_name_that_was_meant()
    {
        await using var bench = new GpioBench();
        var fault = Assert.Throws<DeviceFaultException>(() => bench.Bus.OpenInput(new InputLine(new LineAddress(0, "GPI03"), "x")));
        Assert.Contains("did you mean \"GPIO3\"?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_two_lines_bear_is_refused_with_both_numbers()
    {
        await using var bench = new GpioBench("twins");
        bench.Kernel.Plug("/dev/gpiochip9", "twins", "A", "B", "A");
        var fault = Assert.Throws<DeviceFaultException>(() => bench.Bus.OpenInput(new InputLine(new LineAddress(0, "A"), "x")));
        Assert.Contains("0, 2", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public async Task Number_beyond_the_chip_is_refused_with_its_range(int number)
    {
        await using var bench = new GpioBench();
        var fault = Assert.Throws<DeviceFaultException>(() => bench.Bus.OpenOutput(GpioBench.Output(number)));
        Assert.Contains("its lines are 0 to 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_label_is_refused_with_the_labels_that_there_are()
    {
        await using var bench = new GpioBench("gpio3");
        var fault = Assert.Throws<DeviceFaultException>(() => bench.Bus.OpenOutput(GpioBench.Output(1)));
        Assert.Contains("\"pinctrl-rp1\" (/dev/gpiochip4)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_of_two_chips_is_refused_with_their_paths()
    {
        await using var bench = new GpioBench();
        bench.Kernel.Plug("/dev/gpiochip5", GpioBench.Label, "A");
        var fault = Assert.Throws<DeviceFaultException>(() => bench.Bus.OpenOutput(GpioBench.Output(1)));
        Assert.Contains("/dev/gpiochip4, /dev/gpiochip5", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_line_is_refused_with_the_name_of_its_holder()
    {
        await using var bench = new GpioBench();
        bench.Chip[1].Holder = "spi0 CS1";
        var fault = Assert.Throws<DeviceFaultException>(() => bench.Bus.OpenOutput(GpioBench.Output(1)));
        Assert.Contains("GPIO line 1 of pinctrl-rp1 is taken by \"spi0 CS1\"", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((int)GpioErrno.AccessDenied, "group gpio", "/dev/gpiochip8")]
    [InlineData((int)GpioErrno.AccessDenied, "udev", "missing-label")]
    [InlineData((int)GpioErrno.NoIoctl, "is not a GPIO chip", "/dev/gpiochip8")]
    [InlineData((int)GpioErrno.NotFound, "Plug the expander in", "/dev/gpiochip8")]
    public async Task Chip_that_cannot_be_opened_is_told_with_the_fix(int errno, string fix, string chip)
    {
        await using var bench = new GpioBench(chip);
        bench.Kernel.Refused["/dev/gpiochip8"] = (GpioErrno)errno;
        var fault = Assert.Throws<DeviceFaultException>(() => bench.Bus.OpenOutput(GpioBench.Output(1)));
        Assert.Contains(fix, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chip_of_another_user_does_not_hide_the_one_that_is_wanted()
    {
        await using var bench = new GpioBench();
        bench.Kernel.Refused["/dev/gpiochip0"] = GpioErrno.AccessDenied;
        await using var output = bench.Bus.OpenOutput(GpioBench.Output(1));
        Assert.Equal("lamp", bench.Chip[1].Holder);
    }

    [Fact]
    public async Task Disposed_bus_gives_its_lines_back_and_they_are_safe()
    {
        var bench = new GpioBench();
        var output = bench.Bus.OpenOutput(GpioBench.Output(1) with { SafeActive = true });
        _ = bench.Bus.OpenInput(GpioBench.Input(2));
        await output.SetAsync(active: false, Cancelled);

        await bench.DisposeAsync();

        Assert.Equal([true, false, true], bench.Chip[1].Levels);
        Assert.Null(bench.Chip[1].Holder);
        Assert.Null(bench.Chip[2].Holder);
        await Assert.ThrowsAsync<DeviceFaultException>(() => output.SetAsync(active: false, Cancelled).AsTask());
    }
}
