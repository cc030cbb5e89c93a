using System.Text;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>Sensors in a device's section of the hardware file.</summary>
public sealed class SensorWireTests
{
    private readonly List<HardwareError> _errors = [];

    [Fact]
    public void Thermometer_on_one_wire_needs_no_channel()
    {
        var wire = Read("""{ "bus": "sensors", "source": "one-wire", "device": "28-00000a1b2c3d" }""", SensorUnit.Celsius);
        Assert.Equal(new SensorWire("sensors", new SensorAddress(SensorSource.OneWire, "28-00000a1b2c3d")), wire);
        Assert.Empty(_errors);
    }

    [Fact]
    public void Smoke_detector_is_a_voltage_with_a_full_scale()
    {
        var wire = Read(
            """{ "bus": "sensors", "source": "iio", "device": "ads1115", "channel": "voltage0", "fullScale": 3.3, "least": 0, "most": 1.2, "stuckAfter": "00:10:00" }""",
            SensorUnit.Fraction);
        Assert.Equal(
            new SensorAddress(SensorSource.Iio, "ads1115", "voltage0") { FullScale = 3.3, Least = 0, Most = 1.2, StuckAfter = TimeSpan.FromMinutes(10) },
            wire!.Address);
        Assert.Empty(_errors);
    }

    [Theory]
    [InlineData("""{ "bus": "sensors", "source": "hwmon", "device": "x", "channel": "in0" }""", "shed.t.channel", "measures V")]
    [InlineData("""{ "bus": "sensors", "source": "hwmon", "device": "x", "channel": "humidity1" }""", "shed.t.channel", "is not a hwmon channel")]
    [InlineData("""{ "bus": "sensors", "source": "hwmon", "device": "x" }""", "shed.t.channel", "missing")]
    [InlineData("""{ "bus": "pins", "source": "hwmon", "device": "x", "channel": "temp1" }""", "shed.t.bus", "cannot be used for this")]
    [InlineData("""{ "bus": "sensors", "source": "hwmonn", "device": "x", "channel": "temp1" }""", "shed.t.source", "did you mean \"hwmon\"")]
    [InlineData("""{ "bus": "sensors", "source": "hwmon", "device": "x", "channel": "temp1", "chanel": "" }""", "shed.t.chanel", "did you mean \"channel\"")]
    public void Fault_is_named_with_its_path(string sensor, string path, string says)
    {
        Read(sensor, SensorUnit.Celsius);
        Assert.Contains(_errors, error => error.Path == path && error.Problem.En.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Optional_sensor_may_be_absent()
    {
        Assert.Null(Read(null, SensorUnit.Celsius));
        Assert.Empty(_errors);
    }

    private SensorWire? Read(string? sensor, SensorUnit unit)
    {
        var context = new HardwareContext(_ => null, _errors);
        context.Buses.Add(new SensorsBusDescription("sensors", "/sys"));
        context.Buses.Add(new Gateway.Drivers.Buses.Gpio.GpioBusDescription("pins", "gpio1"));
        var shed = new JsonSection(JsonValue.Parse(Encoding.UTF8.GetBytes(sensor is null ? "{}" : $$"""{ "t": {{sensor}} }""")), "shed", _errors);
        var wire = context.Sensor(shed, "t", unit, required: false);
        shed.Close();
        return wire;
    }
}
