namespace Gateway.Edge.Console.Visitors;

/// <summary>Registers what the pages of invitations need.</summary>
internal static class VisitorPagesServices
{
    public static IServiceCollection AddVisitorPages(this IServiceCollection services)
    {
        services.AddSingleton<FreshLinks>();
        services.AddSingleton<GateNames>();
        services.AddSingleton<VisitTries>();
        services.AddSingleton<PassHosts>();
        services.AddSingleton<InvitationLines>();
        services.AddSingleton<InvitationMessage>();
        return services;
    }
}
