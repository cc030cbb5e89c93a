using Gateway.Edge.Journal;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Access.Passes;

/// <summary>Registers cards and codes.</summary>
internal static class PassesServices
{
    /// <summary>Needs <see cref="JournalServices.AddJournal"/>, and <see cref="Decisions.IPeople"/> from the passages.</summary>
    public static IServiceCollection AddPasses(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PassSecrets(KeyFile.LoadOrCreate(Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "keys", "passes.key"))));
        services.AddSingleton(Open);
        services.AddSingleton<PassBook>();
        services.AddSingleton<PassCheck>();
        services.AddSingleton<PassDesk>();
        services.AddHostedService<PassErasure>();
        return services;
    }

    private static PassRows Open(IServiceProvider provider)
    {
        // First, for the lock of the data directory that it holds.
        provider.GetRequiredService<IJournal>();
        var file = Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "passes.db");
        if (RegistryFile.SetAsideIfDamaged(file, PassRows.Open, provider.GetRequiredService<TimeProvider>()) is var (folder, finding))
        {
            PassesLog.Damaged(provider.GetRequiredService<ILogger<PassBook>>(), folder, finding);
        }

        return new PassRows(file);
    }
}
