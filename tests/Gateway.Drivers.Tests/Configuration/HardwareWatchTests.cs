using EdgeGateway.Testing;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>A hardware file that changes under a running gateway.</summary>
public sealed class HardwareWatchTests : IAsyncDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly ListLogger<HardwareWatch> _log = new();
    private readonly ServiceProvider _provider;
    private readonly DeviceHub _hub;

    public HardwareWatchTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<ILogger<DeviceHub>>(new ListLogger<DeviceHub>());
        services.AddSingleton<ILogger<HardwareWatch>>(_log);
        services.AddSingleton<HardwareCheck>(hardware =>
        {
            if (hardware.Site.Compound != "c")
            {
                throw new HardwareFileException("another compound's file");
            }
        });
        services.AddDrivers(new ConfigurationBuilder().Build());
        services.Configure<DriversOptions>(options => options.HardwareFile = Write(Site(Light(1), Light(2))));
        _provider = services.BuildServiceProvider();
        _hub = _provider.GetRequiredService<DeviceHub>();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Untouched_device_goes_on_while_others_end_and_begin()
    {
        await StartAsync();
        var (kept, changed) = (_hub.Of<IAlarmStreetlight>()[0], _hub.Of<IAlarmStreetlight>()[1]);
        var seen = _hub.Revision;

        Write(Site(Light(3), Light(1), Light(2, extra: "\"siren\": 29,")));
        await ChangedAsync(seen);

        Assert.Equal(["light-3", "light-1", "light-2"], _hub.Of<IAlarmStreetlight>().Select(light => light.Id.Value));
        Assert.Same(kept, _hub.Of<IAlarmStreetlight>()[1]);
        Assert.NotSame(changed, _hub.Of<IAlarmStreetlight>()[2]);
        await OnlineAsync(3);
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_of_keys_white_space_and_names_of_others_touch_nothing()
    {
        await StartAsync();
        var before = _hub.Of<IAlarmStreetlight>();
        var seen = _hub.Revision;
        Write(Site(Light(1), Light(2)).Replace("\"en\": \"C\"", "\"en\" : \"Another name\"", StringComparison.Ordinal));
        await ChangedAsync(seen);
        Assert.Equal(before, _hub.Of<IAlarmStreetlight>());
        Assert.Equal("Another name", _hub.Hardware.Site.Name.En);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_ends_gives_its_lamp_back_dark_before_another_takes_the_line()
    {
        await StartAsync();
        var light = _provider.GetRequiredService<SimulatedWorld>().Find<SimulatedStreetlight>("light-2")!;
        var press = light.PressAsync(TimeSpan.FromSeconds(1), Cancelled);
        await StepUntilAsync(() => light.Lamp.IsActive);
        await StepUntilAsync(() => press.IsCompleted);
        var seen = _hub.Revision;
        Write(Site(Light(1)));
        await ChangedAsync(seen);
        Assert.False(light.Lamp.IsActive);
        Assert.Single(_hub.Of<IAlarmStreetlight>());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("\"lamp\": 22", "\"lmap\": 22", "lmap")]
    [InlineData("\"compound\": \"c\"", "\"compound\": \"other\"", "another compound's file")]
    [InlineData("{", "", "not valid JSON")]
    public async Task File_that_cannot_be_used_is_named_and_the_one_before_stays(string from, string to, string words)
    {
        await StartAsync();
        var before = _hub.Of<IAlarmStreetlight>();
        Write(Site(Light(1), Light(2)).Replace(from, to, StringComparison.Ordinal));
        var watch = _provider.GetRequiredService<HardwareWatch>();
        await StepUntilAsync(() => watch.Health.Code == "hardware-file-refused");

        Assert.Equal(before, _hub.Of<IAlarmStreetlight>());
        Assert.Contains(words, watch.Health.Details["errors"], StringComparison.Ordinal);
        await foreach (var observation in _hub.ReadAllAsync(Cancelled))
        {
            if (observation is HealthChanged { Health: { Kind: HardwareWatch.Name } health })
            {
                Assert.Equal("hardware-file-refused", health.Code);
                break;
            }
        }

        Write(Site(Light(1), Light(2)));
        await StepUntilAsync(() => watch.Health.State == DeviceState.Online);
        Assert.Equal(before, _hub.Of<IAlarmStreetlight>());
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.GetRequiredService<HardwareWatch>().StopAsync(CancellationToken.None);
        await _provider.DisposeAsync();
        _folder.Dispose();
    }

    private static string Light(int number, string extra = "") => $$"""
        { "id": "light-{{number}}", "kind": "alarm-streetlight", "name": { "zh": "灯", "en": "Light" }, "bus": "poles", {{extra}}
          "button": {{(number * 10) + 1}}, "lamp": {{(number * 10) + 2}} }
        """;

    private static string Site(params string[] devices) => $$"""
        { "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "C" } },
          "buses": [ { "id": "poles", "kind": "simulated" } ],
          "devices": [ {{string.Join(", ", devices)}} ] }
        """;

    private string Write(string hardware) => _folder.Write("site.json", hardware, Mine);

    private async Task StartAsync()
    {
        await _hub.StartAsync(Cancelled);
        await _provider.GetRequiredService<HardwareWatch>().StartAsync(Cancelled);
        await OnlineAsync(2);
    }

    private Task OnlineAsync(int count) => StepUntilAsync(() => _hub.Health.Count(health => health.State == DeviceState.Online) == count);

    private async Task ChangedAsync(int seen)
    {
        var changed = _hub.ChangedAsync(seen, Cancelled);
        await StepUntilAsync(() => changed.IsCompleted);
    }

    private async Task StepUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }
    }
}
