using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Passages;
using Gateway.Edge.Patrols.Availability;
using Gateway.Edge.Patrols.Tickets;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Patrols;

/// <summary>Registers patrols, repair tickets and availability.</summary>
internal static class PatrolsServices
{
    /// <summary>Needs the drivers, the journal and who the gateway is.</summary>
    public static IServiceCollection AddPatrols(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PatrolOptions>(configuration, PatrolOptions.Section);
        services.AddSingleton(provider => UpkeepDatabase.Open(
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory, provider.GetRequiredService<ILogger<UpkeepDatabase>>()));
        services.AddSingleton(provider => new Patrol(
            provider.GetRequiredService<IPatrolSubjects>(),
            SettingsOf(provider.GetRequiredService<IOptions<PatrolOptions>>().Value),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Patrol>>()));
        services.AddSingleton<PatrolStore>();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<TicketBook>();
        services.AddSingleton<TicketJournal>();
        services.AddSingleton<AvailabilityStore>();
        services.AddSingleton(provider => new AvailabilityMeter(
            TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<PatrolOptions>>().Value.TimeZone),
            provider.GetRequiredService<TimeProvider>()));
        services.AddListening<HealthRounds>();
        services.AddListening<AvailabilityKeeper>();
        services.AddSingleton<PatrolService>();
        services.AddHostedService(provider => provider.GetRequiredService<PatrolService>());
        return services;
    }

    private static PatrolSettings SettingsOf(PatrolOptions options) => new() { CheckTimeout = options.CheckTimeout, AtOnce = options.AtOnce };

    private static void AddListening<T>(this IServiceCollection services)
        where T : BackgroundService, IObservationListener
    {
        services.AddSingleton<T>();
        services.AddSingleton<IObservationListener>(provider => provider.GetRequiredService<T>());
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}
