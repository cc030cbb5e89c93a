using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Edge.Alerts.Evidence;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Registers what makes falls alerts.</summary>
internal static class FallingObjectsServices
{
    /// <summary>
    /// Section <c>FallingObjects</c>. Needs the journal, perception and the drivers. To be called before the drivers are added: what an
    /// end left undone is taken up before the devices start.
    /// </summary>
    public static IServiceCollection AddFallingObjects(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<FallingObjectOptions>(configuration, FallingObjectOptions.Section);
        services.TryAddSingleton<ClipKeeper>();
        services.AddSingleton(provider => new ClipMasker(
            provider.GetRequiredService<IOptions<DriversOptions>>().Value.Ffmpeg, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MaskedClips>();
        services.AddSingleton<RecordedFalls>();
        services.AddSingleton<FallIncidents>();
        services.AddSingleton<FallBoard>();
        services.AddSingleton<FallTroubles>();
        services.AddSingleton<FallPictures>();
        services.AddSingleton<FallEvidence>();
        services.AddSingleton<FallAlerts>();
        services.TryAddSingleton<TestThrows>();
        services.AddHostedService<FallsAfterRestart>();
        services.AddHostedService(provider => provider.GetRequiredService<FallEvidence>());
        services.AddHostedService(provider => provider.GetRequiredService<FallAlerts>());
        services.AddHostedService<FallWatch>();
        return services;
    }
}
