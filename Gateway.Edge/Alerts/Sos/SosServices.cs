using Gateway.Edge.Alerts.Evidence;
using Gateway.Edge.Passages;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>Registers what answers calls for help.</summary>
internal static class SosServices
{
    /// <summary>Needs the journal and the drivers. To be called before the drivers are added: calls are taken up before the devices start.</summary>
    public static IServiceCollection AddSos(this IServiceCollection services)
    {
        services.AddSingleton<IAlarmLamps, AlarmLamps>();
        services.AddSingleton<ICommandHandler, AcknowledgedHandler>();
        services.AddHostedService<CallsAfterRestart>();
        services.TryAddSingleton<ClipKeeper>();
        services.AddSingleton<SosMapping>();
        services.AddSingleton<IObservationMapping>(provider => provider.GetRequiredService<SosMapping>());
        services.AddSingleton<SosEvidence>();
        services.AddSingleton<IObservationListener>(provider => provider.GetRequiredService<SosEvidence>());
        services.AddHostedService(provider => provider.GetRequiredService<SosEvidence>());
        return services;
    }
}
