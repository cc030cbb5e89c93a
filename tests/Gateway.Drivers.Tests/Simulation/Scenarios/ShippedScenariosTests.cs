using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Scenarios;
using Gateway.Drivers.Tests.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.Simulation.Scenarios;

/// <summary>Each shipped scenario is right, and everything in it can happen to its compound.</summary>
public sealed class ShippedScenariosTests
{
    private static readonly string Configs = Path.Combine(TestData.RepositoryRoot, "hw-configs");

    /// <summary>Scenario and the hardware file that it is for.</summary>
    public static TheoryData<string, string> Pairs { get; } = new()
    {
        { "demo.json", "demo.json" },
        { "garden-day.json", "jinqiao-garden.json" },
    };

    [Fact]
    public void Every_shipped_scenario_has_its_compound() =>
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Configs, "scenarios")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
            Pairs.Select(pair => pair.Data.Item1).Order(StringComparer.Ordinal));

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Pairs))]
    public async Task Scenario_obeys_its_schema_and_fits_its_compound(string scenario, string hardware)
    {
        Assert.Empty(await Ajv.ErrorsAsync(Path.Combine(Configs, "scenario-schema.json"), Path.Combine(Configs, "scenarios", scenario)));
        await using var provider = Provider(hardware, scenario);
        provider.GetRequiredService<DeviceHub>();
        Assert.Empty(Runner(provider).Faults());
    }

    [Fact(Timeout = 60_000)]
    public async Task Scenario_of_another_compound_is_told_by_name()
    {
        await using var provider = Provider("demo.json", "garden-day.json");
        provider.GetRequiredService<DeviceHub>();
        Assert.Contains(Runner(provider).Faults(), fault => fault.StartsWith("light-3: nothing simulated has this name", StringComparison.Ordinal));
    }

    private static ScenarioRunner Runner(ServiceProvider provider) => Assert.Single(provider.GetServices<IHostedService>().OfType<ScenarioRunner>());

    private static ServiceProvider Provider(string hardware, string scenario)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILogger<DeviceHub>>(new ListLogger<DeviceHub>());
        services.AddSingleton(new NamedTarget("uplink", new Uplink()));
        services.AddDrivers(new ConfigurationBuilder().Build());
        services.Configure<DriversOptions>(options =>
        {
            (options.HardwareFile, options.Simulate) = (Path.Combine(Configs, hardware), true);
            options.Scenario = Path.Combine(Configs, "scenarios", scenario);
        });
        return services.BuildServiceProvider();
    }

    /// <summary>Stands for the gateway's own, which is not among the drivers.</summary>
    private sealed class Uplink : IScenarioTarget
    {
        public IReadOnlyList<string> Deeds { get; } = ["cut"];

        public Task ActAsync(ScenarioAct act, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
