using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Sessions;
using Gateway.Edge.Charging.Storage;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Charging;

/// <summary>Registers residents' charging.</summary>
internal static class ChargingServices
{
    /// <summary>Needs the journal and the drivers; stops before them, so that outlets are cut off and proven while somebody still reads their meters.</summary>
    public static IServiceCollection AddChargingSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ChargingOptions>(configuration, ChargingOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ChargingOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<ChargingOptions>().Rules());
        services.AddSingleton(Open);
        services.AddSingleton(provider => new StartLimit(
            provider.GetRequiredService<ChargingOptions>().MostStartsPerHour, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LabelBook>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<WarmOutlets>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionDesk>();
        services.AddSingleton<OutletCuts>();
        services.AddSingleton<Adoption>();
        services.AddSingleton<SessionKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionKeeper>());
        return services;
    }

    private static ChargingDatabase Open(IServiceProvider provider)
    {
        // First, for the lock of the data directory that it holds.
        var journal = provider.GetRequiredService<IJournal>();
        var file = Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "charging.db");
        var damage = ChargingDamage.SetAsideIfDamaged(file, provider.GetRequiredService<TimeProvider>());
        var logger = provider.GetRequiredService<ILogger<ChargingDatabase>>();
        if (damage is not null)
        {
            ChargingLog.Damaged(logger, JsonSerializer.Deserialize<DeviceHealthData>(damage.Data.Span, JsonSerializerOptions.Web)!.Reason.En);
        }

        return new ChargingDatabase(ChargingSchema.Open(file), journal, logger, damage);
    }
}
