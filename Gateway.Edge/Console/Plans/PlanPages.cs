namespace Gateway.Edge.Console.Plans;

/// <summary>Registers what the plan's pages need.</summary>
internal static class PlanPages
{
    public static void AddPlanPages(this IServiceCollection services)
    {
        services.AddSingleton<PlanReader>();
        services.AddSingleton<PlanStream>();
        services.AddSingleton<PlanDesk>();
    }
}
