using Gateway.Cloud.Contract.Hosting;

namespace Gateway.Edge;

/// <summary>Registers who this gateway is.</summary>
internal static class GatewayIdentity
{
    /// <summary>Adds <see cref="GatewayOptions"/>; may be called by every feature that needs them.</summary>
    public static IServiceCollection AddGatewayIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.All(service => service.ServiceType != typeof(Marker)))
        {
            services.AddSingleton<Marker>();
            services.AddValidatedOptions<GatewayOptions>(configuration, GatewayOptions.Section);
        }

        return services;
    }

    // Tells a second call that the first was here: binding twice would add list values twice.
    private sealed class Marker;
}
