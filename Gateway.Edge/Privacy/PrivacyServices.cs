using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Privacy.Assessments;
using Gateway.Edge.Privacy.Consents;
using Gateway.Edge.Privacy.Erasure;
using Gateway.Edge.Privacy.Export;
using Gateway.Edge.Privacy.Inventory;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Storage;
using Gateway.Edge.Privacy.Stores;
using Gateway.Edge.Secrets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Privacy;

/// <summary>Registers the privacy desk: export and erasure of one person, the consent ledger, retention, impact assessments.</summary>
internal static class PrivacyServices
{
    /// <summary>Needs the journal, residents, vehicles, grants, passes and visitors. Whoever stores something on people adds an <see cref="IPersonStore"/>.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PrivacyOptions>(configuration, PrivacyOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Open);
        services.AddSingleton<SubjectFinder>();
        services.AddSingleton(provider => new ConsentRows(People(provider)));
        services.AddSingleton<ConsentLedger>();
        services.AddSingleton(provider => new ErasureRows(People(provider)));
        services.AddSingleton<ErasureBell>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<ErasureRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ErasureRunner>());
        services.AddHostedService<ConsentWatch>();
        services.AddSingleton<ExportDesk>();
        services.AddSingleton(provider => new Lazy<ExportDesk>(provider.GetRequiredService<ExportDesk>));
        services.AddSingleton<AssessmentDesk>();
        services.AddSingleton<FilingCounter>();
        services.AddSingleton<RowDates>();
        services.AddSingleton<DiskCounts>();
        services.AddSingleton<JournalTally>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalTally>());
        services.AddSingleton<InventoryReader>();
        // In this order they are erased: pictures while it is known whose they are, the registries last, so that a search finds the person until then.
        services.AddSingleton<IPersonStore, JournalRecords>();
        services.AddSingleton<IPersonStore, VisitorRecords>();
        services.AddSingleton<IPersonStore, PassRecords>();
        services.AddSingleton<IPersonStore, VehicleRecords>();
        services.AddSingleton<IPersonStore, MentionRecords>();
        services.AddSingleton<IPersonStore, ConsentRecords>();
        services.AddSingleton<IPersonStore, DeviceRecords>();
        services.AddSingleton<IPersonStore, WorkerRecords>();
        services.AddSingleton<IPersonStore, ResidentRecords>();
        services.AddSingleton<IPersonStore, ExportRecords>();
        return services;
    }

    private static PersonalData People(IServiceProvider provider) =>
        new(KeyFile.LoadOrCreate(Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "keys", "privacy.key")));

    private static PrivacyDatabase Open(IServiceProvider provider)
    {
        // First, for the lock of the data directory that it holds.
        var journal = provider.GetRequiredService<IJournal>();
        return PrivacyDatabase.Open(
            Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "privacy.db"),
            journal,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PrivacyDatabase>>());
    }
}
