using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gateway.Drivers;

/// <summary>Registers the devices of the hardware file and starts them with the host.</summary>
public static class DriverServices
{
    /// <summary>
    /// Adds <see cref="HardwareFile"/>, <see cref="DeviceHub"/>, <see cref="IObservationSource"/> and the list of <see cref="IFaceGate"/>.
    /// The caller binds <see cref="DriversOptions"/>; <paramref name="configuration"/> fills placeholders in camera addresses.
    /// </summary>
    public static IServiceCollection AddDrivers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DriversOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => HardwareReader.Read(Options(provider).HardwareFile, name => configuration[name]));
        services.AddSingleton(provider => SecretsFile.Read(Options(provider).SecretsFile));
        services.AddSingleton<FaceGateFactory>();
        services.AddSingleton(CreateHub);
        services.AddSingleton<IObservationSource>(provider => provider.GetRequiredService<DeviceHub>());
        services.AddSingleton<IReadOnlyList<IFaceGate>>(provider => provider.GetRequiredService<DeviceHub>().FaceGates);
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<DeviceHub>());
        return services;
    }

    private static DriversOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DriversOptions>>().Value;

    private static DeviceHub CreateHub(IServiceProvider provider)
    {
        var seed = Options(provider).Seed;
        var random = seed is { } value ? new Random(value) : new Random();
        var factory = provider.GetRequiredService<FaceGateFactory>();
        var devices = provider.GetRequiredService<HardwareFile>().FaceGates.Select(gate => (IDevice)factory.Create(gate, random)).ToList();
        return new DeviceHub(devices, provider.GetRequiredService<TimeProvider>(), random, provider.GetRequiredService<ILogger<DeviceHub>>());
    }
}
