using System.Text;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>GPIO chips and sensors in the hardware file.</summary>
public sealed class BusKindTests
{
    [Fact]
    public void Sensors_are_read_from_sysfs_unless_the_file_says_otherwise()
    {
        Assert.Equal("/sys", Assert.IsType<SensorsBusDescription>(Only("""{ "id": "b", "kind": "sensors" }""")).Root);
        Assert.Equal("/srv", Assert.IsType<SensorsBusDescription>(Only("""{ "id": "b", "kind": "sensors", "root": "/srv" }""")).Root);
    }

    [Fact]
    public void Gpio_chip_is_taken_as_it_stands() =>
        Assert.Equal("gpio3", Assert.IsType<GpioBusDescription>(Only("""{ "id": "b", "kind": "gpio", "chip": "gpio3" }""")).Chip);

    [Theory]
    [InlineData("""{ "id": "b", "kind": "sensors", "root": "sys" }""", "buses[0].root", "absolute path")]
    [InlineData("""{ "id": "b", "kind": "gpio" }""", "buses[0].chip", "missing")]
    [InlineData("""{ "id": "b", "kind": "gpio", "chip": "a-label-that-no-kernel-can-ever-hold" }""", "buses[0].chip", "31 bytes")]
    public void Fault_is_named_with_its_path(string bus, string path, string says)
    {
        var fault = Assert.Single(Assert.Throws<HardwareFileException>(() => Only(bus)).Errors);
        Assert.Equal(path, fault.Path);
        Assert.Contains(says, fault.Problem.En, StringComparison.Ordinal);
    }

    private static BusDescription Only(string bus) => Assert.Single(HardwareReader.Parse(
        Encoding.UTF8.GetBytes($$"""{ "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "C" } }, "buses": [{{bus}}], "devices": [] }"""),
        "test",
        _ => null).Buses);
}
