using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>The files that are shipped for boards.</summary>
public sealed class BoardFilesTests
{
    private static readonly string[] s_protecting = ["contact", "fireRelease", "loop", "secondLoop", "beam", "fire", "tamper", "smoke"];

    public static TheoryData<string, int> Files => new() { { "raspberry-pi-5.json", 28 }, { "rk3588.json", 32 } };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_wired_pin_is_a_line_of_its_own_that_the_chip_has(string file, int lines)
    {
        var pins = Read(file).Board!.Pins;
        Assert.NotEmpty(pins);
        Assert.Equal(pins.Count, pins.Select(pin => pin.Line).Distinct().Count());
        Assert.All(pins, pin => Assert.InRange(pin.Line.Address.Number, 0, lines - 1));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_output_that_a_device_drives_is_on_the_pin_map(string file, int lines)
    {
        var hardware = Read(file);
        Assert.Equal(7, hardware.Driven.Count);
        Assert.Equal(["face-gate", "alarm-streetlight", "vehicle-barrier"], hardware.Devices.Select(device => device.Head.Kind));
        var mapped = hardware.Board!.Pins.Select(pin => (pin.Line.Bus, pin.Line.Address)).ToHashSet();
        Assert.All(hardware.Driven, driven => Assert.Contains((driven.Wire.Bus, driven.Wire.Address), mapped));
        Assert.True(lines > 0);
    }

    /// <summary>GPIO 0 to 8 of a Raspberry Pi are pulled up at power-on: an active-high relay there would click at each start.</summary>
    [Fact]
    public void Relays_of_the_Raspberry_Pi_are_on_pins_that_start_low()
    {
        var relays = Read("raspberry-pi-5.json").Board!.Pins.Where(pin => pin.Note.Contains("relay", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, relays.Count);
        Assert.All(relays, pin => Assert.InRange(pin.Line.Address.Number, 9, 27));
    }

    [Theory]
    [InlineData("raspberry-pi-5.json", "pinctrl-rp1")]
    [InlineData("rk3588.json", "gpio1, gpio3")]
    public void Chips_are_named_by_their_labels(string file, string labels) =>
        Assert.Equal(labels, string.Join(", ", Read(file).Buses.OfType<GpioBusDescription>().Select(bus => bus.Chip)));

    /// <summary>Contacts that protect are closed at rest: to ground with a pull-up a cut wire is high, on a Modbus input it is 0.</summary>
    [Theory]
    [InlineData("raspberry-pi-5.json", false)]
    [InlineData("rk3588.json", false)]
    [InlineData("jinqiao-garden.json", true)]
    public void Cut_wire_of_a_contact_that_protects_counts_as_active(string file, bool activeLow)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestData.RepositoryRoot, "hw-configs", file)));
        var contacts = Members(document.RootElement.GetProperty("devices")).Where(member => s_protecting.Contains(member.Name, StringComparer.Ordinal)).ToList();
        Assert.NotEmpty(contacts);
        Assert.All(contacts, contact =>
        {
            Assert.Equal(activeLow, contact.Value.TryGetProperty("activeLow", out var low) && low.GetBoolean());
            Assert.Equal(!activeLow, contact.Value.TryGetProperty("bias", out var bias) && bias.GetString() is "pull-up");
        });
    }

    private static IEnumerable<JsonProperty> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Members(member.Value).Prepend(member)),
        _ => [],
    };

    private static HardwareFile Read(string file) =>
        HardwareReader.Read(Path.Combine(TestData.RepositoryRoot, "hw-configs", file), static _ => null);
}
