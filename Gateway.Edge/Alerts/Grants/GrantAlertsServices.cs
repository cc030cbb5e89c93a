namespace Gateway.Edge.Alerts.Grants;

/// <summary>Registers what is told of temporary workers.</summary>
internal static class GrantAlertsServices
{
    public static IServiceCollection AddGrantAlerts(this IServiceCollection services)
    {
        services.AddSingleton<GrantFindings>();
        services.AddHostedService(provider => provider.GetRequiredService<GrantFindings>());
        services.AddSingleton<WorkerWatch>();
        services.AddSingleton<OverstayWatch>();
        services.AddHostedService<GrantWatch>();
        return services;
    }
}
