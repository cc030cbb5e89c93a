using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Buses.Sensors.Sysfs;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Sensors;

/// <summary>
/// The kernel's own drivers of a thermometer and a power meter, on an I2C bus in memory (i2c-stub). Explicit, because it needs root and the chips that
/// <c>scripts/gpio-sim/run.sh</c> makes in its virtual machine.
/// </summary>
public sealed class RealDriverTests : IAsyncLifetime
{
    private const string Adapter = "/sys/bus/i2c/devices/i2c-0";
    private readonly SysfsSensorBus _bus = new(new DeviceId("bus.sensors"), new Wording("传感器", "Sensors"), SysfsSensorBus.DefaultRoot, TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await PlugAsync("lm75 0x48");
        await PlugAsync("ina226 0x40");
    }

    public async ValueTask DisposeAsync()
    {
        await UnplugAsync("0x48");
        await UnplugAsync("0x40");
        await _bus.DisposeAsync();
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Thermometer_is_read_through_hwmon()
    {
        var reading = await _bus.Open(new SensorAddress(SensorSource.Hwmon, "lm75", "temp1")).ReadAsync(Cancelled);
        Assert.Equal((23.5, SensorUnit.Celsius), (reading.Value, reading.Unit));
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Meter_is_read_through_iio_as_raw_value_times_scale()
    {
        var reading = await _bus.Open(new SensorAddress(SensorSource.Iio, "ina226", "voltage1")).ReadAsync(Cancelled);
        Assert.Equal((12.0, SensorUnit.Volt), (Math.Round(reading.Value, 6), reading.Unit));
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Thermometer_that_is_unplugged_is_a_fault_and_is_read_again_when_it_is_back()
    {
        var sensor = _bus.Open(new SensorAddress(SensorSource.Hwmon, "lm75", "temp1"));
        await sensor.ReadAsync(Cancelled);
        await UnplugAsync("0x48");
        await Assert.ThrowsAsync<DeviceFaultException>(() => sensor.ReadAsync(Cancelled).AsTask());
        await PlugAsync("lm75 0x48");
        Assert.Equal(23.5, (await sensor.ReadAsync(Cancelled)).Value);
    }

    private static Task PlugAsync(string chip) => File.WriteAllTextAsync(Path.Combine(Adapter, "new_device"), chip, Cancelled);

    private static Task UnplugAsync(string address) => File.WriteAllTextAsync(Path.Combine(Adapter, "delete_device"), address, CancellationToken.None);
}
