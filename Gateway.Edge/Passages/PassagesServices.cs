using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Devices;

namespace Gateway.Edge.Passages;

/// <summary>Registers the gates' loops.</summary>
internal static class PassagesServices
{
    public static IServiceCollection AddPassages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<AccessOptions>(configuration, "Access");
        services.AddSingleton<GateBoard>();
        services.AddSingleton<IGrantDevices, GateGrantDevices>();
        services.AddSingleton<IObservationListener, ReleaseListener>();
        services.AddSingleton<ReaderGuard>();
        services.AddSingleton<IObservationListener, CredentialDesk>();
        // Before the recorder, which hands over what it still has when it stops: services stop in the opposite order.
        services.AddSingleton<StrangerGrace>();
        services.AddHostedService(provider => provider.GetRequiredService<StrangerGrace>());
        services.AddSingleton<PassageTimings>();
        services.AddSingleton<PassageRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<PassageRecorder>());
        services.AddSingleton<IObservationMapping, HealthMapping>();
        services.AddSingleton<IObservationMapping, DoorMapping>();
        services.AddSingleton<IObservationMapping, GateMapping>();
        services.AddSingleton<IObservationMapping, TerminalMapping>();
        services.AddSingleton<TerminalDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<TerminalDesk>());
        services.AddHostedService<RemovedDevices>();
        services.AddHostedService<GateLoops>();
        return services;
    }

    /// <summary>To be added before the drivers: services stop in the opposite order, and what devices say last is to be on record.</summary>
    public static IServiceCollection AddRecording(this IServiceCollection services)
    {
        services.AddSingleton<ObservationRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<ObservationRecorder>());
        return services;
    }
}
