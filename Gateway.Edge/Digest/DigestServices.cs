using Gateway.Edge.Digest.Search;
using Gateway.Edge.Journal;
using Gateway.Edge.Privacy.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Digest;

/// <summary>Registers the digest of the journal.</summary>
internal static class DigestServices
{
    /// <summary>Needs <see cref="JournalServices.AddJournal"/> and the compound's time zone.</summary>
    public static IServiceCollection AddDigest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DigestKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<DigestKeeper>());
        services.AddSingleton<DigestReader>();
        services.TryAddSingleton<JournalSearch>();
        services.AddSingleton<RecordFinder>();
        services.AddSingleton<IPersonStore, DigestRecords>();
        return services;
    }
}
