using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Perception.Faces;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>Registers the strangers' book and its alerts.</summary>
internal static class StrangersServices
{
    public static IServiceCollection AddStrangers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<StrangerOptions>(configuration, "Strangers");
        services.AddSingleton<IStrangerStore>(provider => SqliteStrangerStore.Open(
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory,
            provider.GetRequiredService<ILogger<SqliteStrangerStore>>()));
        services.AddSingleton(provider =>
        {
            var book = new StrangerBook(provider.GetRequiredService<IOptions<StrangerOptions>>().Value);
            book.Restore(provider.GetRequiredService<IStrangerStore>().Load(), provider.GetRequiredService<TimeProvider>().GetUtcNow());
            return book;
        });
        services.AddSingleton(provider => VisitStore.Open(
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory,
            provider.GetRequiredService<ILogger<VisitStore>>()));
        services.AddSingleton(provider => new ReturningFaces(provider.GetRequiredService<IOptions<StrangerOptions>>().Value, provider.GetRequiredService<IFaceGallery>()));
        services.AddSingleton(provider => new VisitLedger(
            provider.GetRequiredService<IOptions<StrangerOptions>>().Value,
            provider.GetRequiredService<ReturningFaces>(),
            provider.GetRequiredService<VisitStore>(),
            provider.GetRequiredService<IStrangerStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<VisitLedger>>()));
        services.AddSingleton<FeedbackDesk>();
        services.AddSingleton<StrangerAlerts>();
        services.AddHostedService<StrangerExpiry>();
        return services;
    }
}
