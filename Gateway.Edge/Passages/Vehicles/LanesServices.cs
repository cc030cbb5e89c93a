using Gateway.Cloud.Contract.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Registers the lanes of vehicle barriers.</summary>
internal static class LanesServices
{
    /// <summary>Section <c>Lanes</c>. Needs the journal, perception, the vehicles' registry and the drivers.</summary>
    public static IServiceCollection AddLanes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<LaneOptions>(configuration, LaneOptions.Section);
        services.AddLaneDesk();
        services.AddSingleton<VehicleRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<VehicleRecorder>());
        services.AddHostedService<LaneLoops>();
        return services;
    }

    /// <summary>What shows lanes and orders at them, whether any runs or not.</summary>
    public static IServiceCollection AddLaneDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LaneBoard>();
        services.TryAddSingleton<LanePictures>();
        services.TryAddSingleton<LaneInboxes>();
        services.TryAddSingleton<LaneDesk>();
        services.TryAddSingleton<ILaneDesk>(provider => provider.GetRequiredService<LaneDesk>());
        return services;
    }
}
