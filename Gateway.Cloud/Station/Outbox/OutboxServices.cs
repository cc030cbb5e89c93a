using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Hosting;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Outbox;

/// <summary>Commands to the gateways, signed with the key that the station has at the broker.</summary>
internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<OutboxOptions>(configuration, OutboxOptions.Section);
        services.AddSingleton<CommandOutbox>();
        services.AddSingleton(provider =>
        {
            var mqtt = provider.GetRequiredService<IOptions<MqttOptions>>().Value;
            return new CommandSigner(provider.GetRequiredService<IOptions<StationOptions>>().Value.Id, mqtt.CertificateFile, mqtt.KeyFile);
        });
        services.AddHostedService<CommandSender>();
        return services;
    }
}
