using System.Diagnostics;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Buses.Sensors.Sysfs;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Sensors;

/// <summary>What cannot be true is a fault in words, and holds up nobody.</summary>
public sealed class SysfsFaultTests
{
    private const string Id = "28-00000a1b2c3d";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("hot")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("\u0001\u0002")]
    public async Task Garbage_is_named(string text)
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "ina226", ("temp1_input", text));
        Assert.Contains("instead of a number", await bench.FaultAsync(SensorBench.Hwmon("ina226", "temp1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_text_is_read_no_further_than_a_page_and_shown_short()
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "ina226", ("temp1_input", new string('x', 1 << 20)));
        Assert.InRange((await bench.FaultAsync(SensorBench.Hwmon("ina226", "temp1"))).Length, 20, 300);
    }

    [Theory]
    [InlineData("a3 01 4b 46 7f ff 0d 10 ce : crc=4a NO\na3 01 4b 46 7f ff 0d 10 ce t=26187\n", "the CRC is wrong")]
    [InlineData("50 05 4b 46 7f ff 0c 10 1c : crc=1c YES\n50 05 4b 46 7f ff 0c 10 1c t=85000\n", "supply is weak")]
    [InlineData("72 01 4b 46 7f ff 0e 10 57 : crc=57 YES\n", "instead of a temperature")]
    [InlineData("72 01 4b 46 7f ff 0e 10 57 : crc=57 YES\n72 01 4b 46 7f ff 0e 10 57 t=12three\n", "instead of a temperature")]
    [InlineData("", "instead of a temperature")]
    public async Task Disturbed_one_wire_reading_is_refused(string text, string says)
    {
        using var bench = new SensorBench();
        bench.Tree.OneWire(Id, ("w1_slave", text));
        Assert.Contains(says, await bench.FaultAsync(SensorBench.OneWire(Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absent_device_is_named_with_those_that_are_there()
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "ina226");
        var fault = await bench.FaultAsync(SensorBench.Hwmon("ina228", "temp1"));
        Assert.Contains("did you mean \"ina226\"", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absent_subsystem_is_named_with_the_fix()
    {
        using var bench = new SensorBench();
        Assert.Contains("overlay", await bench.FaultAsync(SensorBench.OneWire(Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_two_devices_bear_is_refused_with_their_paths()
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "ina226", ("temp1_input", "1"));
        bench.Tree.Hwmon(1, "ina226", ("temp1_input", "2"));
        var fault = await bench.FaultAsync(SensorBench.Hwmon("ina226", "temp1"));
        Assert.Contains("hwmon0, ", fault, StringComparison.Ordinal);
        Assert.Contains("hwmon1. Name one", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absent_channel_is_a_fault()
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "ina226", ("temp1_input", "1"));
        Assert.Contains("temp2_input", await bench.FaultAsync(SensorBench.Hwmon("ina226", "temp2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_wire_that_the_chip_reports_is_a_fault()
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "max31865", ("temp1_input", "25000"), ("temp1_fault", "1"));
        Assert.Contains("broken or shorted", await bench.FaultAsync(SensorBench.Hwmon("max31865", "temp1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_value_without_scale_is_refused()
    {
        using var bench = new SensorBench();
        bench.Tree.Iio(0, "adc", ("in_voltage0_raw", "12"));
        Assert.Contains("no scale", await bench.FaultAsync(SensorBench.Iio("adc", "voltage0")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("400000", null, null)]
    [InlineData("-60000", null, null)]
    [InlineData("95000", null, 90.0)]
    [InlineData("1000", 5.0, null)]
    public async Task Value_that_cannot_be_true_is_refused(string text, double? least, double? most)
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "ina226", ("temp1_input", text));
        var fault = await bench.FaultAsync(SensorBench.Hwmon("ina226", "temp1") with { Least = least, Most = most });
        Assert.Contains("°C cannot be true", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SensorSource.Hwmon, "humidity1")]
    [InlineData(SensorSource.Hwmon, "temp")]
    [InlineData(SensorSource.Hwmon, "../../../temp1")]
    [InlineData(SensorSource.Iio, "pressure")]
    public void Channel_of_no_known_kind_is_refused_at_once(SensorSource source, string channel)
    {
        using var bench = new SensorBench();
        Assert.Throws<DeviceFaultException>(() => bench.Bus.Open(new SensorAddress(source, "x", channel)));
    }

    [Fact]
    public void Share_of_something_that_is_no_voltage_is_refused_at_once()
    {
        using var bench = new SensorBench();
        Assert.Throws<DeviceFaultException>(() => bench.Bus.Open(SensorBench.Hwmon("x", "temp1") with { FullScale = 3.3 }));
    }

    [Fact]
    public async Task Frozen_value_is_a_fault_until_it_moves_again()
    {
        using var bench = new SensorBench();
        var folder = bench.Tree.Iio(0, "adc", ("in_voltage0_input", "812"));
        var sensor = bench.Bus.Open(SensorBench.Iio("adc", "voltage0") with { StuckAfter = TimeSpan.FromMinutes(10) });
        await sensor.ReadAsync(Cancelled);
        bench.Clock.Advance(TimeSpan.FromMinutes(9));
        await sensor.ReadAsync(Cancelled);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => sensor.ReadAsync(Cancelled).AsTask());
        Assert.Contains("stood still at 0.812 V for 600 s", fault.Message, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, "in_voltage0_input"), "813", Cancelled);
        Assert.Equal(0.813, (await sensor.ReadAsync(Cancelled)).Value, 6);
    }

    /// <summary>A named pipe that nobody writes to hangs its reader as a dead 1-wire bus does.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Hanging_sensor_is_a_fault_holds_up_no_other_and_is_asked_only_once()
    {
        using var bench = new SensorBench();
        var folder = bench.Tree.OneWire(Id);
        var pipe = Path.Combine(folder, "temperature");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync(Cancelled);
        }

        bench.Tree.Hwmon(0, "ina226", ("temp1_input", "20000"));
        var hanging = bench.Bus.Open(SensorBench.OneWire(Id));
        var first = hanging.ReadAsync(Cancelled).AsTask();
        var second = hanging.ReadAsync(Cancelled).AsTask();
        Assert.Equal(20, (await bench.ReadAsync(SensorBench.Hwmon("ina226", "temp1"))).Value);

        bench.Clock.Advance(SysfsSensor.Patience);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => first);
        Assert.Contains("has not answered for 5 s", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DeviceFaultException>(() => second);

        // What hung goes on when somebody writes, and the next reading is a new one.
        var late = hanging.ReadAsync(Cancelled).AsTask();
        await File.WriteAllTextAsync(pipe, "21000\n", Cancelled);
        Assert.Equal(21, (await late).Value);
    }

    [Fact(Timeout = 60_000)]
    public async Task Bus_says_how_many_sensors_fail_and_why()
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "ina226", ("temp1_input", "20000"), ("temp2_input", "hot"));
        var reporter = new DeviceReporter(bench.Bus.Id, bench.Bus.Kind, bench.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        await bench.ReadAsync(SensorBench.Hwmon("ina226", "temp1"));
        await bench.FaultAsync(SensorBench.Hwmon("ina226", "temp2"));

        var running = bench.Bus.RunAsync(reporter, stop.Token);

        var health = ((HealthChanged)await reporter.Queue.ReadAsync(Cancelled)).Health;
        Assert.Equal((DeviceState.Degraded, "sensor-fault"), (health.State, health.Code));
        Assert.Contains("1 sensors fail: Sensor ina226 temp2", health.Reason.En, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
