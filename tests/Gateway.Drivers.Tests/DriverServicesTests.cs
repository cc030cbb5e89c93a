using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests;

/// <summary>The drivers as the gateway's host runs them, with a real camera server that asks for a login.</summary>
public sealed class DriverServicesTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();
    private readonly ListLogger<DeviceHub> _log = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Host_that_stops_leaves_no_child_and_no_gate_that_opens()
    {
        await using var server = await ServeAsync("right");
        await using var provider = Provider(server, "right");
        var hub = provider.GetRequiredService<DeviceHub>();
        await hub.StartAsync(Cancelled);
        await UntilAsync(provider, "ok");
        var gate = Assert.Single(provider.GetRequiredService<IDeviceDirectory>().Of<IFaceGate>());
        var child = ((FfmpegVideoSource)gate.Camera).ChildId;
        Assert.True(Directory.Exists($"/proc/{child}"));

        await hub.StopAsync(Cancelled);
        await provider.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{child}"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await gate.OpenAsync(Cancelled));
    }

    [Fact(Timeout = 120_000)]
    public async Task Wrong_login_of_the_secrets_file_is_named_and_shown_nowhere()
    {
        await using var server = await ServeAsync("right");
        await using var provider = Provider(server, "guessed");
        await provider.GetRequiredService<DeviceHub>().StartAsync(Cancelled);
        var health = await UntilAsync(provider, "camera-credentials");
        Assert.Contains("401", health.Details["errors"], StringComparison.Ordinal);
        Assert.Contains("gate-east", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed", string.Join('\n', health.Details.Values) + _log.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<DeviceHealth> UntilAsync(ServiceProvider provider, string code)
    {
        await foreach (var observation in provider.GetRequiredService<IObservationSource>().ReadAllAsync(Cancelled))
        {
            if (observation is HealthChanged { Health: { Kind: "face-gate" } health } && health.Code == code)
            {
                return health;
            }
        }

        throw new InvalidOperationException("The devices ended.");
    }

    private async Task<DemoRtspServer> ServeAsync(string password) => await DemoRtspServer.StartAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["gate-east"] = await TestVideo.MakeAsync(_folder.Path, Cancelled) },
        Cancelled,
        loginFile: _folder.Write("login", "viewer:" + password, Mine));

    private ServiceProvider Provider(DemoRtspServer server, string password)
    {
        var hardware = $$"""
            {
              "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
              "buses": [ { "id": "doors", "kind": "simulated" } ],
              "devices": [ {
                "id": "gate-east", "kind": "face-gate", "name": { "zh": "东门", "en": "East gate" },
                "camera": { "url": "{{server.Address}}/gate-east", "secret": "east", "width": 160, "height": 90 },
                "door": { "bus": "doors", "relay": 1, "contact": 1 }
              } ]
            }
            """;
        var secrets = $$"""{ "east": { "user": "viewer", "password": "{{password}}" } }""";
        var services = new ServiceCollection();
        services.AddSingleton<ILogger<DeviceHub>>(_log);
        services.AddDrivers(new ConfigurationBuilder().Build());
        services.Configure<DriversOptions>(options =>
            (options.HardwareFile, options.SecretsFile) = (_folder.Write("site.json", hardware, Mine), _folder.Write("secrets.json", secrets, Mine)));
        return services.BuildServiceProvider();
    }
}
