using Gateway.Edge.Console.Barriers;

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
        services.AddSingleton<BarriersReader>();
        services.AddSingleton<BarriersStream>();
        services.AddSingleton<BarrierActs>();
        return services;
    }

    public static void MapVehiclePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVehicleFiles();
        endpoints.MapBarrierPages();
    }
}
