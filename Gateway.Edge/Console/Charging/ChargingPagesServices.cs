namespace Gateway.Edge.Console.Charging;

/// <summary>Registers what the pages of charging need.</summary>
internal static class ChargingPagesServices
{
    public static IServiceCollection AddChargingPages(this IServiceCollection services)
    {
        services.AddSingleton<ChargingReader>();
        services.AddSingleton<ChargingStream>();
        services.AddSingleton<ChargeTries>();
        services.AddSingleton<OpenStreams>();
        return services;
    }
}
