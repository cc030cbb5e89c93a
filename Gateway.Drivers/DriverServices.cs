using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Scenarios;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Drivers;

/// <summary>Registers the devices of the hardware file and starts them with the host.</summary>
public static class DriverServices
{
    /// <summary>
    /// Adds <see cref="HardwareFile"/>, <see cref="DeviceHub"/>, <see cref="IObservationSource"/> and <see cref="IDeviceDirectory"/>.
    /// The caller binds <see cref="DriversOptions"/>; <paramref name="configuration"/> fills placeholders in camera addresses.
    /// </summary>
    public static IServiceCollection AddDrivers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DriversOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => HardwareReader.Read(Options(provider).HardwareFile, name => configuration[name]));
        services.AddSingleton(provider => SecretsFile.Read(Options(provider).SecretsFile));
        services.AddSingleton<SimulatedWorld>();
        services.AddScenario();
        services.AddSingleton(CreateHub);
        services.AddSingleton<IObservationSource>(provider => provider.GetRequiredService<DeviceHub>());
        services.AddSingleton<IDeviceDirectory>(provider => provider.GetRequiredService<DeviceHub>());
        services.AddSingleton<IPatrolSubjects>(provider => provider.GetRequiredService<DeviceHub>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<DeviceHub>());
        services.AddSingleton(provider => new HardwareWatch(
            Options(provider).HardwareFile,
            Options(provider).SecretsFile,
            name => configuration[name],
            provider.GetService<HardwareCheck>(),
            provider.GetRequiredService<DeviceHub>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<HardwareWatch>>() ?? NullLogger<HardwareWatch>.Instance));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<HardwareWatch>());
        return services;
    }

    private static DriversOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DriversOptions>>().Value;

    private static DeviceHub CreateHub(IServiceProvider provider)
    {
        var seed = Options(provider).Seed;
        var random = seed is { } value ? new Random(value) : new Random();
        var around = new DriverSurroundings(
            provider.GetRequiredService<SecretsFile>(),
            Options(provider),
            provider.GetRequiredKeyedService<TimeProvider>(ScenarioServices.Clock),
            provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            provider.GetRequiredService<SimulatedWorld>());
        var logger = provider.GetRequiredService<ILogger<DeviceHub>>();
        return new DeviceHub(new DeviceSet(provider.GetRequiredService<HardwareFile>(), around, random, logger), logger);
    }
}
