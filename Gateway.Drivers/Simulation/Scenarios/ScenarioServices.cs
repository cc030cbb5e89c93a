using Gateway.Drivers.Devices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Registers the scenario of a simulated compound, where the settings name one.</summary>
internal static class ScenarioServices
{
    /// <summary>Key of the drivers' own <see cref="TimeProvider"/>.</summary>
    public const string Clock = "drivers";

    public static IServiceCollection AddScenario(this IServiceCollection services)
    {
        services.AddKeyedSingleton(Clock, (provider, _) =>
        {
            var (real, speed) = (provider.GetRequiredService<TimeProvider>(), Options(provider).ScenarioSpeed);
            return speed == 1 ? real : new ScaledTime(real, speed);
        });
        services.AddSingleton<IHostedService>(provider => Options(provider).Scenario is { Length: > 0 } file
            ? new ScenarioRunner(
                ScenarioReader.Read(file),
                file,
                new ScenarioTargets(
                    provider.GetRequiredService<SimulatedWorld>(),
                    provider.GetRequiredService<IDeviceDirectory>(),
                    provider.GetRequiredKeyedService<TimeProvider>(Clock)),
                provider.GetServices<NamedTarget>(),
                provider.GetRequiredKeyedService<TimeProvider>(Clock),
                provider.GetService<ILogger<ScenarioRunner>>() ?? NullLogger<ScenarioRunner>.Instance)
            : new NoScenario());
        return services;
    }

    private static DriversOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DriversOptions>>().Value;

    private sealed class NoScenario : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
