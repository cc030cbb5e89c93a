using Gateway.Edge.Console.Barriers;
using Gateway.Edge.Console.History;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>Registers and maps what the pages of vehicles need beyond the pages themselves.</summary>
internal static class VehiclePagesServices
{
    public static IServiceCollection AddVehiclePages(this IServiceCollection services)
    {
        services.AddSingleton<VehicleLines>();
        services.AddSingleton<StayLines>();
        services.AddSingleton<OccupancyReader>();
        services.AddSingleton<PendingImports>();
        services.TryAddSingleton<JournalSearch>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<HistoryQuery>();
        services.AddSingleton<BarriersReader>();
        services.AddSingleton<BarriersStream>();
        services.AddSingleton<BarrierActs>();
        return services;
    }

    public static void MapVehiclePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVehicleFiles();
        endpoints.MapBarrierPages();
        endpoints.MapHistory();
    }
}
