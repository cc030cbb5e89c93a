using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Access.Visitors;

/// <summary>Registers residents' invitations.</summary>
internal static class VisitorsServices
{
    /// <summary>After <see cref="GrantsServices.AddGrants"/> and <see cref="PassesServices.AddPasses"/>, whose grants and codes invitations are made of.</summary>
    public static IServiceCollection AddVisitors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<VisitorOptions>(configuration, VisitorOptions.Section);
        services.AddSingleton(Open);
        services.AddSingleton<InvitationBook>();
        services.AddSingleton<VisitorHosts>();
        services.AddSingleton<InvitationViews>();
        services.AddSingleton<InvitationDesk>();
        services.AddSingleton<VisitDesk>();
        services.AddSingleton<VisitorKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<VisitorKeeper>());
        return services;
    }

    private static InvitationRows Open(IServiceProvider provider)
    {
        // First, for the lock of the data directory that it holds.
        provider.GetRequiredService<IJournal>();
        var file = Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "visitors.db");
        if (RegistryFile.SetAsideIfDamaged(file, InvitationRows.Open, provider.GetRequiredService<TimeProvider>()) is var (folder, finding))
        {
            VisitorsLog.Damaged(provider.GetRequiredService<ILogger<InvitationBook>>(), folder, finding);
        }

        return new InvitationRows(file);
    }
}
