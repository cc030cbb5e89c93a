using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Drivers.Simulation.Scenarios;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Uplink;

/// <summary>Registers the uplink of sections <c>Uplink</c> and <c>Mqtt</c>.</summary>
internal static class UplinkServices
{
    /// <summary>Needs the journal's <c>IJournal</c>, <c>IJournalReader</c> and <c>IMediaStore</c>; gives <see cref="IUplinkStatus"/>.</summary>
    public static IServiceCollection AddUplink(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<UplinkOptions>(configuration, UplinkOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => (IReceiptWatermark)provider.GetRequiredService<IUplinkStatus>());
        services.AddHostedService<JournalKeeper>();
        if (!configuration.GetSection(UplinkOptions.Section).GetValue(nameof(UplinkOptions.Enabled), defaultValue: true))
        {
            services.AddSingleton<IUplinkStatus, UplinkOff>();
            return services;
        }

        services.AddMqttSession(configuration);
        services.AddOptions<MqttOptions>().PostConfigure<IOptions<UplinkOptions>>((mqtt, uplink) =>
        {
            mqtt.ClientId = mqtt.ClientId.Length == 0 ? "gateway-" + uplink.Value.Compound : mqtt.ClientId;
            mqtt.WillTopic = Topics.State(uplink.Value.Station, uplink.Value.Compound);
            mqtt.WillPayload = StateMessage.LastWill;
        });
        AddCut(services, configuration);
        services.AddSingleton<UplinkStatus>();
        services.AddSingleton<IUplinkStatus>(provider => provider.GetRequiredService<UplinkStatus>());
        services.AddSingleton<CommandMailbox>();
        services.AddHostedService<UplinkService>();
        services.AddHostedService<CommandService>();
        return services;
    }

    // Only a scenario cuts the network off, and only from a broker on this machine, whose certificate names it localhost.
    private static void AddCut(IServiceCollection services, IConfiguration configuration)
    {
        var mqtt = configuration.GetSection("Mqtt");
        if (configuration["Drivers:Scenario"] is not { Length: > 0 } || mqtt[nameof(MqttOptions.Host)] != "localhost")
        {
            return;
        }

        services.AddSingleton(provider => new UplinkCut(mqtt.GetValue(nameof(MqttOptions.Port), new MqttOptions().Port), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<UplinkCut>());
        services.AddSingleton(provider => new NamedTarget(UplinkCut.Name, provider.GetRequiredService<UplinkCut>()));
        services.AddOptions<MqttOptions>().PostConfigure<UplinkCut>((options, cut) => options.Port = cut.Port);
    }
}
