using System.Text;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.Devices.Patrols;

public sealed class HardwareProbeTests
{
    private const string File = """
        {
          "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
          "buses": [{ "id": "doors", "kind": "simulated" }, { "id": "lights", "kind": "simulated" }],
          "devices": [
            { "id": "light-1", "kind": "alarm-streetlight", "name": { "zh": "路灯", "en": "Light" }, "bus": "lights", "button": 1, "lamp": 1, "strobe": 2 },
            { "id": "gate-1", "kind": "face-gate", "name": { "zh": "东门", "en": "East gate" },
              "camera": { "url": "rtsp://127.0.0.1:9/east", "width": 640, "height": 360 }, "door": { "bus": "doors", "relay": 1, "contact": 1 } }
          ]
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Every_device_is_named_in_file_order_with_its_state_and_why_one_is_away()
    {
        var report = await HardwareProbe.RunAsync(
            HardwareReader.Parse(Encoding.UTF8.GetBytes(File), "test.json", _ => null),
            new DriversOptions(),
            TimeSpan.FromSeconds(3),
            TimeProvider.System,
            NullLoggerFactory.Instance,
            Stop);

        Assert.Equal(["light-1", "gate-1", "bus.doors", "bus.lights"], report.Entries.Select(entry => entry.Device));
        Assert.Equal(DeviceState.Online, report.Entries[0].State);
        Assert.NotEqual(DeviceState.Online, report.Entries[1].State);
        Assert.Contains(report.Entries[1].Findings, finding => finding is { Code: "not-working", NeedsRepair: true });
        Assert.All(report.Entries.Skip(2), bus => Assert.Equal((true, DeviceState.Online), (bus.IsBus, bus.State)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Secret_that_does_not_exist_is_named_and_nothing_starts()
    {
        var text = File.Replace("\"width\": 640", "\"secret\": \"east\", \"width\": 640", StringComparison.Ordinal);
        var hardware = HardwareReader.Parse(Encoding.UTF8.GetBytes(text), "test.json", _ => null);

        var fault = await Assert.ThrowsAsync<HardwareFileException>(() => HardwareProbe.RunAsync(
            hardware, new DriversOptions(), TimeSpan.FromSeconds(3), TimeProvider.System, NullLoggerFactory.Instance, Stop));

        Assert.Contains("east", fault.Message, StringComparison.Ordinal);
    }
}
