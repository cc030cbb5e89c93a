using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.VehicleBarriers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.VehicleBarriers;

public sealed class VehicleBarrierKindTests : IDisposable
{
    private const string File = """
        {
          "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
          "buses": [ { "id": "box", "kind": "onvif", "address": "192.0.2.1" }, { "id": "lines", "kind": "simulated" } ],
          "devices": [ {
            "id": "barrier-north", "kind": "vehicle-barrier", "name": { "zh": "北门道闸", "en": "North barrier" },
            "arm": { "bus": "box", "up": "R1", "down": "R2", "isUp": "D1", "isDown": "D2", "stuckAfter": "00:00:06" },
            "safety": { "bus": "lines", "secondLoop": 10, "beam": 12 }
          } ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Settings_follow_from_the_wires_that_there_are()
    {
        var barrier = Assert.IsType<VehicleBarrierDescription>(Assert.Single(Read(File).Devices));
        Assert.Equal(
            new BarrierSettings { HasUpLimit = true, HasDownLimit = true, Loops = 1, StuckAfter = TimeSpan.FromSeconds(6) }, barrier.Settings);
        Assert.Equal(("lines:10", "box:R2"), (Assert.Single(barrier.Loops).ToString(), barrier.Down.ToString()));
    }

    [Theory]
    [InlineData("\"secondLoop\": 10, \"beam\": 12", "\"fire\": 3", "needs a loop or a beam")]
    [InlineData("\"down\": \"R2\"", "\"down\": \"R1\"", "already driven")]
    [InlineData("\"beam\": 12", "\"beem\": 12", "did you mean \"beam\"")]
    [InlineData("192.0.2.1", "http://user:word@192.0.2.1", "secrets file")]
    [InlineData("192.0.2.1", "ftp://192.0.2.1", "expected a host")]
    public void Mistake_is_named_with_what_was_expected(string right, string wrong, string words)
    {
        var fault = Assert.Throws<HardwareFileException>(() => Read(File.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Barrier_of_a_hardware_file_lets_a_vehicle_through_when_everything_is_simulated()
    {
        var services = new ServiceCollection();
        services.Configure<DriversOptions>(options => (options.HardwareFile, options.Simulate) = (_folder.Write("hardware.json", File, UnixFileMode.UserRead | UnixFileMode.UserWrite), true));
        services.AddSingleton<ILogger<DeviceHub>>(new ListLogger<DeviceHub>());
        services.AddDrivers(new ConfigurationBuilder().Build());
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DeviceHub>().StartAsync(Cancelled);
        var barrier = Assert.Single(provider.GetRequiredService<IDeviceDirectory>().Of<IVehicleBarrier>());
        var thing = provider.GetRequiredService<SimulatedWorld>().Find<SimulatedBarrier>("barrier-north")!;
        thing.Traffic.Come();
        await barrier.RaiseAsync(new BarrierReason("plate", new Wording("车牌已登记", "The plate is registered")), Cancelled);
        List<BarrierEvent> seen = [];
        await foreach (var observation in provider.GetRequiredService<IObservationSource>().ReadAllAsync(Cancelled))
        {
            if (observation is BarrierObserved { Event: var happened })
            {
                seen.Add(happened);
                if (happened == BarrierEvent.Lowered)
                {
                    break;
                }
            }
        }

        Assert.Equal([BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.Lowered], seen);
        Assert.Equal(0, thing.Struck);
    }

    public void Dispose() => _folder.Dispose();

    private static HardwareFile Read(string text) => HardwareReader.Parse(Encoding.UTF8.GetBytes(text), "hardware.json", _ => null);
}
