namespace Gateway.Edge.Console.Events;

/// <summary>Registers what the page of the history needs.</summary>
internal static class EventPagesServices
{
    public static IServiceCollection AddEventPages(this IServiceCollection services)
    {
        services.AddSingleton<EventLines>();
        services.AddSingleton<EventHistory>();
        services.AddSingleton<EventPeople>();
        return services;
    }
}
