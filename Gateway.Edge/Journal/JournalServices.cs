using Gateway.Cloud.Contract.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Journal;

/// <summary>Registers the journal and the media store.</summary>
internal static class JournalServices
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IJournalReader"/>, <see cref="IJournalRetention"/> and <see cref="IMediaStore"/>,
    /// all below <see cref="GatewayOptions.DataDirectory"/>. The journal opens when first asked for.
    /// </summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGatewayIdentity(configuration);
        services.AddValidatedOptions<JournalOptions>(configuration, JournalOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new JournalPaths(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory));
        services.AddSingleton(provider => SqliteJournal.Open(
            provider.GetRequiredService<JournalPaths>(),
            provider.GetRequiredService<IOptions<JournalOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteJournal>>()));
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton<IJournalRetention>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton<IMediaStore>(provider =>
        {
            // The journal holds the data directory's lock: nobody else's unfinished media are removed.
            _ = provider.GetRequiredService<SqliteJournal>();
            return MediaStore.Open(
                provider.GetRequiredService<JournalPaths>(),
                provider.GetRequiredService<IOptions<JournalOptions>>().Value,
                provider.GetRequiredService<ILogger<MediaStore>>());
        });
        return services;
    }
}
