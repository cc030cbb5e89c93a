namespace Gateway.Edge.Console.Residents;

/// <summary>Registers what the residents' pages need beyond the pages themselves.</summary>
internal static class ResidentPagesServices
{
    public static IServiceCollection AddResidentPages(this IServiceCollection services)
    {
        services.AddSingleton<ResidentWords>();
        services.AddSingleton<ResidentFinder>();
        services.AddSingleton<ResidentImport>();
        services.AddSingleton<ResidentActs>();
        services.AddSingleton<PendingPhotos>();
        services.AddSingleton<ChosenPhoto>();
        services.AddTransient<FaceOrder>();
        return services;
    }
}
