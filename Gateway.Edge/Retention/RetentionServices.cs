using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Charging;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Retention;

/// <summary>Registers the times of erasure that staff may set.</summary>
internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SavedRetention(
            Path.Combine(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory, "retention.json"), provider.GetRequiredService<ILogger<SavedRetention>>()));
        services.AddSingleton<RetentionDesk>();
        return services.Apply<JournalOptions>().Apply<GrantOptions>().Apply<VehicleOptions>().Apply<ChargingOptions>().Apply<StrangerOptions>();
    }

    private static IServiceCollection Apply<T>(this IServiceCollection services)
        where T : class
    {
        services.AddOptions<T>().PostConfigure<SavedRetention>((options, saved) => saved.Apply(options));
        return services;
    }
}
