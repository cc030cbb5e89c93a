namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Registers the lanes of vehicle barriers.</summary>
internal static class LanesServices
{
    public static IServiceCollection AddLanes(this IServiceCollection services)
    {
        services.AddSingleton<LaneBoard>();
        services.AddSingleton<LanePictures>();
        return services;
    }
}
