namespace Gateway.Edge.Console.Vehicles;

/// <summary>Registers and maps what the pages of vehicles need beyond the pages themselves.</summary>
internal static class VehiclePagesServices
{
    public static IServiceCollection AddVehiclePages(this IServiceCollection services)
    {
        services.AddSingleton<VehicleLines>();
        services.AddSingleton<StayLines>();
        services.AddSingleton<OccupancyReader>();
        return services;
    }

    public static void MapVehiclePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVehicleFiles();
    }
}
