using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Tests.Buses.Video.Recording;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.FallingObjectCameras;

/// <summary>The device as the gateway's host runs it.</summary>
public sealed class FallingObjectCameraTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Simulated_camera_is_online_shows_what_falls_and_says_that_it_records_nothing()
    {
        await using var provider = Provider(_ => { }, simulate: true);
        await provider.GetRequiredService<DeviceHub>().StartAsync(Cancelled);
        var cameras = provider.GetRequiredService<IDeviceDirectory>().Of<IFallingObjectCamera>();
        Assert.Equal(["tower-1", "tower-2"], cameras.Select(camera => camera.Id.Value));
        using (var frame = await cameras[0].Frames.ReadAsync(Cancelled))
        {
            Assert.Equal((960, 540, 960 * 540), (frame.Width, frame.Height, frame.Pixels.Length));
        }

        Assert.Equal((1280, 720), (cameras[1].Frames.Width, cameras[1].Frames.Height));

        provider.GetRequiredService<SimulatedWorld>().Find<SimulatedCamera>("tower-1")!.Fall(10, 0.5);
        for (var i = 0; i < 5; i++)
        {
            (await cameras[0].Frames.ReadAsync(Cancelled)).Dispose();
        }

        Assert.Contains("simulated", cameras[0].Clips.Absent!.En, StringComparison.Ordinal);
        Assert.Equal((30, 40), (cameras[0].Position!.Value.X, cameras[0].Position!.Value.Y));
        Assert.Null(cameras[1].Position);
        Assert.All(provider.GetRequiredService<IDeviceDirectory>().Health, health => Assert.Equal(DeviceState.Online, health.State));
        Assert.Empty(Directory.GetDirectories(_folder.Path));
    }

    [Fact(Timeout = 120_000)]
    public async Task Real_camera_is_recorded_below_the_state_folder_and_looked_over_by_a_patrol()
    {
        var video = await CounterVideo.MakeAsync(_folder.Path, 30);
        await using var provider = Provider(
            camera =>
            {
                (camera["url"], camera["loop"]) = (video, true);
                camera["recording"] = new JsonObject { ["segment"] = "00:00:01" };
            },
            simulate: false);
        await provider.GetRequiredService<DeviceHub>().StartAsync(Cancelled);
        await RingWatch.GrownAsync(_folder.File("state/recordings/tower-2"), 2);
        var camera = provider.GetRequiredService<IDeviceDirectory>().Of<IFallingObjectCamera>()[0];
        using (var frame = await camera.Frames.ReadAsync(Cancelled))
        {
            using var pin = camera.Clips.Pin(new ClipSpan(frame.CapturedAt, TimeSpan.FromSeconds(1), TimeSpan.Zero));
            Assert.Null((await camera.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled)).Warning);
        }

        var patrolled = (IPatrolled)camera;
        Assert.Equal("picture-no-reference", Assert.Single(await patrolled.CheckAsync(Cancelled)).Code);
        camera.SetReferencePicture();
        Assert.True(File.Exists(_folder.File("state/pictures/tower-2.pgm")));
        Assert.Empty(await patrolled.CheckAsync(Cancelled));
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Provider(Action<JsonNode> change, bool simulate)
    {
        var sample = Path.Combine(TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Configuration", "Samples", "falling-object-camera.json");
        var file = JsonNode.Parse(File.ReadAllText(sample))!;
        if (!simulate)
        {
            file["devices"]!.AsArray().RemoveAt(0);
            change(file["devices"]![0]!["camera"]!);
        }

        var services = new ServiceCollection();
        services.AddSingleton<ILogger<DeviceHub>>(new ListLogger<DeviceHub>());
        services.AddDrivers(new ConfigurationBuilder().Build());
        services.Configure<DriversOptions>(options =>
        {
            (options.HardwareFile, options.Simulate) = (_folder.Write("site.json", file.ToJsonString(), Mine), simulate);
            options.StateFolder = _folder.File("state");
        });
        return services.BuildServiceProvider();
    }
}
