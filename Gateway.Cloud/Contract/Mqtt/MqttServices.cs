using Gateway.Cloud.Contract.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>Registers the MQTT session of section <c>Mqtt</c>.</summary>
public static class MqttServices
{
    /// <summary>One session for the process; its user calls <see cref="IMqttSession.Start"/>.</summary>
    public static IServiceCollection AddMqttSession(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<MqttOptions>(configuration, MqttOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMqttSession>(provider => new MqttSession(
            provider.GetRequiredService<IOptions<MqttOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MqttSession>>()));
        return services;
    }
}
