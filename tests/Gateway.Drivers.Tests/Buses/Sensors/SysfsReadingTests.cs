using Gateway.Drivers.Buses.Sensors;

namespace Gateway.Drivers.Tests.Buses.Sensors;

/// <summary>What the kernel's files mean.</summary>
public sealed class SysfsReadingTests
{
    private const string Id = "28-00000a1b2c3d";

    [Theory]
    [InlineData("temp1", "temp1_input", "23125", 23.125, SensorUnit.Celsius)]
    [InlineData("temp1", "temp1_input", "-5500", -5.5, SensorUnit.Celsius)]
    [InlineData("power1", "power1_input", "1500000", 1.5, SensorUnit.Watt)]
    [InlineData("power1", "power1_average", "2500000", 2.5, SensorUnit.Watt)]
    [InlineData("curr1", "curr1_input", "-250", -0.25, SensorUnit.Ampere)]
    [InlineData("in0", "in0_input", "12034", 12.034, SensorUnit.Volt)]
    public async Task Hwmon_channel_is_read_in_plain_units(string channel, string file, string text, double value, SensorUnit unit)
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(3, "ina226", (file, text + "\n"));

        var reading = await bench.ReadAsync(SensorBench.Hwmon("ina226", channel));

        Assert.Equal((value, unit), (Math.Round(reading.Value, 6), reading.Unit));
        Assert.Equal(bench.Clock.GetTimestamp(), reading.Timestamp);
    }

    [Fact]
    public async Task Iio_channel_that_the_driver_works_out_is_read_as_it_is()
    {
        using var bench = new SensorBench();
        bench.Tree.Iio(0, "ina219", ("in_current2_input", "1250\n"), ("in_current2_raw", "9\n"));
        Assert.Equal(1.25, (await bench.ReadAsync(SensorBench.Iio("ina219", "current2"))).Value, 6);
    }

    [Fact]
    public async Task Iio_raw_value_takes_offset_and_scale_of_its_channel_or_of_all_of_its_type()
    {
        using var bench = new SensorBench();
        bench.Tree.Iio(
            0, "ads1115", ("in_voltage0_raw", "16000"), ("in_voltage0_scale", "0.187500000"), ("in_voltage1_raw", "100"), ("in_voltage_scale", "2"), ("in_voltage_offset", "-20"));

        Assert.Equal(2.99625, (await bench.ReadAsync(SensorBench.Iio("ads1115", "voltage0"))).Value, 6);
        Assert.Equal(0.16, (await bench.ReadAsync(SensorBench.Iio("ads1115", "voltage1"))).Value, 6);
    }

    [Theory]
    [InlineData("temp", SensorUnit.Celsius)]
    [InlineData("power0", SensorUnit.Watt)]
    [InlineData("voltage0-voltage1", SensorUnit.Volt)]
    public async Task Iio_unit_follows_from_the_channel(string channel, SensorUnit unit)
    {
        using var bench = new SensorBench();
        bench.Tree.Iio(0, "adc", ($"in_{channel}_raw", "2000"), ($"in_{channel}_scale", "1"));
        var reading = await bench.ReadAsync(SensorBench.Iio("adc", channel));
        Assert.Equal((2.0, unit), (reading.Value, reading.Unit));
    }

    [Fact]
    public async Task Smoke_is_read_as_a_share_of_the_detector_s_full_voltage()
    {
        using var bench = new SensorBench();
        bench.Tree.Iio(0, "ads1115", ("in_voltage3_input", "1650"));
        var reading = await bench.ReadAsync(SensorBench.Iio("ads1115", "voltage3") with { FullScale = 3.3 });
        Assert.Equal((0.5, SensorUnit.Fraction), (Math.Round(reading.Value, 9), reading.Unit));
    }

    [Theory]
    [InlineData("72 01 4b 46 7f ff 0e 10 57 : crc=57 YES\n72 01 4b 46 7f ff 0e 10 57 t=23125\n", 23.125)]
    [InlineData("5e ff 4b 46 7f ff 02 10 ab : crc=ab YES\n5e ff 4b 46 7f ff 02 10 ab t=-10125\n", -10.125)]
    [InlineData("50 05 4b 46 7f ff 10 10 a1 : crc=a1 YES\n50 05 4b 46 7f ff 10 10 a1 t=85000\n", 85)]
    public async Task One_wire_thermometer_is_read_when_its_crc_holds(string text, double value)
    {
        using var bench = new SensorBench();
        bench.Tree.OneWire(Id, ("w1_slave", text));
        var reading = await bench.ReadAsync(SensorBench.OneWire(Id));
        Assert.Equal((value, SensorUnit.Celsius), (reading.Value, reading.Unit));
    }

    [Fact]
    public async Task One_wire_driver_without_w1_slave_is_read_from_temperature()
    {
        using var bench = new SensorBench();
        bench.Tree.OneWire(Id, ("temperature", "19062\n"));
        Assert.Equal(19.062, (await bench.ReadAsync(SensorBench.OneWire(Id))).Value, 6);
    }

    [Fact]
    public async Task Device_is_found_by_name_folder_and_path()
    {
        using var bench = new SensorBench();
        bench.Tree.Hwmon(0, "cpu_thermal", ("temp1_input", "51000"));
        var path = bench.Tree.Hwmon(1, "ina226", ("temp1_input", "20000"));

        Assert.Equal(51, (await bench.ReadAsync(SensorBench.Hwmon("cpu_thermal", "temp1"))).Value);
        Assert.Equal(20, (await bench.ReadAsync(SensorBench.Hwmon("hwmon1", "temp1"))).Value);
        Assert.Equal(20, (await bench.ReadAsync(SensorBench.Hwmon(path, "temp1"))).Value);
    }

    /// <summary>The numbers of folders change with each restart and each plugging in.</summary>
    [Fact]
    public async Task Device_that_comes_back_under_another_number_is_found_again()
    {
        using var bench = new SensorBench();
        var before = bench.Tree.Hwmon(0, "ina226", ("temp1_input", "20000"));
        var sensor = bench.Bus.Open(SensorBench.Hwmon("ina226", "temp1"));
        Assert.Equal(20, (await sensor.ReadAsync(TestContext.Current.CancellationToken)).Value);
        Directory.Delete(before, recursive: true);
        await Assert.ThrowsAsync<Gateway.Drivers.Devices.DeviceFaultException>(() => sensor.ReadAsync(TestContext.Current.CancellationToken).AsTask());

        bench.Tree.Hwmon(7, "ina226", ("temp1_input", "21000"));

        Assert.Equal(21, (await sensor.ReadAsync(TestContext.Current.CancellationToken)).Value);
    }

    /// <summary>Where this machine has thermometers or meters, they are read too.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Real_sensors_of_this_machine_give_readings_that_can_be_true()
    {
        const string Folder = "/sys/class/hwmon";
        var files = Directory.Exists(Folder)
            ? Directory.GetDirectories(Folder).SelectMany(device => Directory.GetFiles(device, "temp*_input")).ToList()
            : [];
        if (files.Count == 0)
        {
            Assert.Skip("SKIPPED: this machine has no temperature sensor in /sys/class/hwmon");
        }

        await using var bus = new Gateway.Drivers.Buses.Sensors.Sysfs.SysfsSensorBus(
            new Gateway.Drivers.Devices.DeviceId("bus.sensors"), new Gateway.Drivers.Devices.Wording("传感器", "Sensors"), "/sys", TimeProvider.System);
        foreach (var file in files)
        {
            var sensor = bus.Open(SensorBench.Hwmon(Path.GetDirectoryName(file)!, Path.GetFileName(file)[..^"_input".Length]));
            try
            {
                Assert.InRange((await sensor.ReadAsync(TestContext.Current.CancellationToken)).Value, -55, 300);
            }
            catch (Gateway.Drivers.Devices.DeviceFaultException fault)
            {
                Assert.Contains("Check", fault.Message, StringComparison.Ordinal);
            }
        }
    }
}
