using EdgeGateway.Testing;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Scenarios;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.Simulation;

/// <summary>The whole of <c>hw-configs/jinqiao-garden.json</c> on simulated buses, with its day from <c>hw-configs/scenarios/garden-day.json</c>.</summary>
[Collection(AloneCollection.Name)]
public sealed class GardenTests
{
    private static readonly string Configs = Path.Combine(TestData.RepositoryRoot, "hw-configs");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Every_device_comes_online_within_five_seconds()
    {
        var clock = new FakeTimeProvider();
        await using var provider = Provider(clock, options => { });
        var hub = provider.GetRequiredService<DeviceHub>();
        await hub.StartAsync(Cancelled);
        var began = clock.GetUtcNow();
        while (hub.Health.Any(health => health.State != DeviceState.Online))
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            Assert.True(clock.GetUtcNow() - began < TimeSpan.FromSeconds(5), string.Join('\n', hub.Health.Where(health => health.State != DeviceState.Online)));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled);
        }

        Assert.Equal(27, hub.Health.Count);
        Assert.Equal(40, hub.Of<IChargingPoint>().Sum(shed => shed.Outlets.Count));
        Assert.All(hub.BusHealth, bus => Assert.Equal(DeviceState.Online, bus.State));
    }

    [Fact(Timeout = 240_000)]
    public async Task Half_an_hour_of_events_in_seconds_leaves_no_memory_behind()
    {
        await using var provider = Provider(TimeProvider.System, options =>
            (options.Scenario, options.ScenarioSpeed) = (Path.Combine(Configs, "scenarios", "garden-day.json"), 60));
        var hub = provider.GetRequiredService<DeviceHub>();
        var runner = Assert.Single(provider.GetServices<IHostedService>().OfType<ScenarioRunner>());
        Assert.Empty(Faults(hub, runner));
        await hub.StartAsync(Cancelled);
        var (seen, urgent) = (Count(hub.ReadAllAsync), Count(hub.ReadUrgentAsync));
        await runner.StartAsync(Cancelled);
        var clock = provider.GetRequiredKeyedService<TimeProvider>(ScenarioServices.Clock);

        // The first minutes fill caches and pools; the half hour after them must add nothing.
        await Task.Delay(TimeSpan.FromMinutes(8), clock, Cancelled);
        var before = Settled();
        var doneBefore = runner.Done;
        await Task.Delay(TimeSpan.FromMinutes(30), clock, Cancelled);
        var after = Settled();

        Assert.True(runner.Done - doneBefore > 100, $"only {runner.Done - doneBefore} acts were done");
        Assert.Equal(0, runner.Failed);
        Assert.True(seen() > 100, $"{seen()} observations");
        Assert.True(urgent() > 4, $"{urgent()} urgent observations");
        Assert.True(after - before < 1_500_000, $"{before:N0} bytes before, {after:N0} after");
        await runner.StopAsync(Cancelled);
        await hub.StopAsync(Cancelled);
    }

    private static IReadOnlyList<string> Faults(DeviceHub hub, ScenarioRunner runner)
    {
        Assert.Equal(27, hub.Hardware.Devices.Count);
        return runner.Faults();
    }

    private static long Settled()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Func<long> Count(Func<CancellationToken, IAsyncEnumerable<Observation>> read)
    {
        var count = 0L;
        _ = Task.Run(
            async () =>
            {
                await foreach (var _ in read(Cancelled))
                {
                    Interlocked.Increment(ref count);
                }
            },
            Cancelled);
        return () => Interlocked.Read(ref count);
    }

    private static ServiceProvider Provider(TimeProvider clock, Action<DriversOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton<ILogger<DeviceHub>>(new ListLogger<DeviceHub>());
        services.AddDrivers(new ConfigurationBuilder().Build());
        services.Configure<DriversOptions>(options =>
        {
            (options.HardwareFile, options.Simulate, options.Seed) = (Path.Combine(Configs, "jinqiao-garden.json"), true, 1);
            configure(options);
        });
        return services.BuildServiceProvider();
    }
}
