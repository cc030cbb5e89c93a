using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>Registers what answers calls for help.</summary>
internal static class SosServices
{
    /// <summary>Needs the journal; whoever drives lamps registers <see cref="IAlarmLamps"/> before or after.</summary>
    public static IServiceCollection AddSos(this IServiceCollection services)
    {
        services.TryAddSingleton<IAlarmLamps, NoAlarmLamps>();
        services.AddSingleton<ICommandHandler, AcknowledgedHandler>();
        return services;
    }
}
