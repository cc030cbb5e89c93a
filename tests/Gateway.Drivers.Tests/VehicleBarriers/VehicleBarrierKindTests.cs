using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
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

    [Fact]
    public void Lane_says_which_way_vehicles_go_and_where_they_are_seen()
    {
        var (north, south) = Facing(North, South);
        Assert.Equal(new VehicleLane(LaneDirection.In, new DeviceId("south"), new FrameRegion(0.1, 0.2, 0.5, 0.6), HasApproach: true) { PlateAtLoop = 0.6 }, north.Lane);
        Assert.Equal(new VehicleLane(LaneDirection.Out, new DeviceId("north"), null, HasApproach: false), south.Lane);
        Assert.Equal("lines:9", north.Approach?.ToString());
    }

    [Fact]
    public void Camera_of_a_lane_is_read_as_plates_need_it()
    {
        var settings = Facing(North, South).North.Camera!.Settings;
        Assert.Equal((1280, 720, 15), (settings.Width, settings.Height, settings.FramesPerSecond));
    }

    [Fact]
    public void Barrier_without_a_lane_decides_nothing_by_plate() => Assert.Null(Assert.IsType<VehicleBarrierDescription>(Assert.Single(Read(File).Devices)).Lane);

    [Theory]
    [InlineData("\"opposite\": \"south\"", "\"opposite\": \"north\"", "does not face itself", "不能与自己相对")]
    [InlineData("\"opposite\": \"south\"", "\"opposite\": \"sout\"", "did you mean \"south\"", "未知的值")]
    [InlineData("\"opposite\": \"south\"", "\"opposite\": \"pole\"", "of kind alarm-streetlight", "不是车辆道闸")]
    [InlineData(", \"opposite\": \"north\"", "", "does not point back to north", "没有反过来指向 north")]
    [InlineData("\"direction\": \"in\"", "\"direction\": \"inn\"", "did you mean \"in\"", "未知的值")]
    [InlineData("\"direction\": \"in\", ", "", "missing: expected a text", "缺少此项")]
    [InlineData("\"camera\": { \"url\": \"simulated:\" }, \"lane\": { \"direction\": \"out\"", "\"lane\": { \"direction\": \"out\"", "needs a camera", "需要 camera")]
    [InlineData("\"width\": 0.5", "\"width\": 0.95", "leaves the picture", "超出画面")]
    [InlineData(", \"approach\": 9", "", "without approach", "没有 approach")]
    [InlineData("\"bus\": \"lines\", \"approach\": 9, ", "", "no loop that a plate could be at", "不需要 plateAtLoop")]
    [InlineData("\"plateAtLoop\": 0.6", "\"plateAtLoop\": 60", "1", "1")]
    [InlineData("\"bus\": \"lines\", \"approach\"", "\"approach\"", "names no bus", "没有指明总线")]
    public void Mistake_in_a_lane_is_named_in_both_languages(string right, string wrong, string english, string chinese)
    {
        Assert.Contains(right, North + South, StringComparison.Ordinal);
        var fault = Assert.Throws<HardwareFileException>(
            () => Facing(North.Replace(right, wrong, StringComparison.Ordinal), South.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(fault.Errors, error => error.Problem.En.Contains(english, StringComparison.Ordinal) && error.Problem.Zh.Contains(chinese, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Loop_before_the_arm_tells_that_a_vehicle_waits_however_often_one_comes()
    {
        var services = new ServiceCollection();
        var text = FileOf(North, South);
        services.Configure<DriversOptions>(options => (options.HardwareFile, options.Simulate) = (_folder.Write("hardware.json", text, UnixFileMode.UserRead | UnixFileMode.UserWrite), true));
        services.AddSingleton<ILogger<DeviceHub>>(new ListLogger<DeviceHub>());
        services.AddDrivers(new ConfigurationBuilder().Build());
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DeviceHub>().StartAsync(Cancelled);
        var barriers = provider.GetRequiredService<IDeviceDirectory>().Of<IVehicleBarrier>();
        var thing = provider.GetRequiredService<SimulatedWorld>().Find<SimulatedBarrier>("north")!;
        Assert.Equal([false, null], barriers.Select(barrier => barrier.Approached));

        // More edges than any queue holds: they are taken, or the contact would stand still.
        for (var i = 0; i < 2000; i++)
        {
            while (!thing.Approach!.Set(i % 2 == 0))
            {
                await Task.Yield();
                Cancelled.ThrowIfCancellationRequested();
            }

            Assert.Equal(i % 2 == 0, barriers[0].Approached);
        }
    }

    public void Dispose() => _folder.Dispose();

    private const string North = """
        { "id": "north", "kind": "vehicle-barrier", "name": { "zh": "北", "en": "North" }, "camera": { "url": "simulated:" },
          "arm": { "bus": "lines", "up": 1, "down": 2 }, "safety": { "bus": "lines", "loop": 3 },
          "lane": { "direction": "in", "opposite": "south", "region": { "x": 0.1, "y": 0.2, "width": 0.5, "height": 0.6 }, "bus": "lines", "approach": 9, "plateAtLoop": 0.6 } }
        """;

    private const string South = """
        { "id": "south", "kind": "vehicle-barrier", "name": { "zh": "南", "en": "South" }, "camera": { "url": "simulated:" }, "lane": { "direction": "out", "opposite": "north" },
          "arm": { "bus": "lines", "up": 11, "down": 12 }, "safety": { "bus": "lines", "loop": 13 } }
        """;

    private static (VehicleBarrierDescription North, VehicleBarrierDescription South) Facing(string north, string south)
    {
        var devices = Read(FileOf(north, south)).Devices;
        return ((VehicleBarrierDescription)devices[0], (VehicleBarrierDescription)devices[1]);
    }

    private static string FileOf(string north, string south) => $$"""
        { "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } }, "buses": [ { "id": "lines", "kind": "simulated" } ],
          "devices": [ {{north}}, {{south}},
            { "id": "pole", "kind": "alarm-streetlight", "name": { "zh": "灯", "en": "Pole" }, "bus": "lines", "button": 21, "lamp": 21 } ] }
        """;

    private static HardwareFile Read(string text) => HardwareReader.Parse(Encoding.UTF8.GetBytes(text), "hardware.json", _ => null);
}
