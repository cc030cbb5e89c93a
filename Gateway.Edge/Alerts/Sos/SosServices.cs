using Gateway.Edge.Passages;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>Registers what answers calls for help.</summary>
internal static class SosServices
{
    /// <summary>Needs the journal and the drivers.</summary>
    public static IServiceCollection AddSos(this IServiceCollection services)
    {
        services.AddSingleton<IAlarmLamps, AlarmLamps>();
        services.AddSingleton<ICommandHandler, AcknowledgedHandler>();
        services.AddSingleton<SosMapping>();
        services.AddSingleton<IObservationMapping>(provider => provider.GetRequiredService<SosMapping>());
        services.AddSingleton<SosEvidence>();
        services.AddSingleton<IObservationListener>(provider => provider.GetRequiredService<SosEvidence>());
        services.AddHostedService(provider => provider.GetRequiredService<SosEvidence>());
        return services;
    }
}
