using Microsoft.Extensions.Options;

namespace Gateway.Edge.Plans;

/// <summary>Registers the plans of the compound.</summary>
internal static class PlansServices
{
    /// <summary>Needs who the gateway is.</summary>
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddSingleton(provider => PlanDatabase.Open(
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory, provider.GetRequiredService<ILogger<PlanDatabase>>()));
        services.AddSingleton<PlanBook>();
        services.AddSingleton<PlanUpload>();
        return services;
    }
}
