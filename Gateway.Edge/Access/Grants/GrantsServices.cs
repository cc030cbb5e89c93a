using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Access.Grants;

/// <summary>Registers temporary access.</summary>
internal static class GrantsServices
{
    /// <summary>
    /// Adds <see cref="IGrantDesk"/> and <see cref="ICompoundDesk"/>. Needs the journal, residents and vehicles, and from perception
    /// <see cref="IFaceGallery"/> and <see cref="IEnrolmentExaminer"/>. Whoever has devices registers <see cref="IGrantDevices"/> before.
    /// </summary>
    public static IServiceCollection AddGrants(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGatewayIdentity(configuration);
        services.AddValidatedOptions<GrantOptions>(configuration, GrantOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IGrantDevices, NoGrantDevices>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<GrantOptions>>().Value);
        services.AddSingleton(provider => new GrantZone(TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<GrantOptions>().TimeZone)));
        services.AddSingleton(Open);
        services.AddSingleton(provider => new GrantRows(new PersonalData(Key(provider)), provider.GetRequiredService<ILogger<GrantRows>>()));
        services.AddSingleton(provider => new WorkerRows(new PersonalData(Key(provider)), new FaceData(Key(provider)), provider.GetRequiredService<ILogger<WorkerRows>>()));
        services.AddSingleton(provider => new LockdownFile(Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "lockdown")));
        services.AddSingleton<GrantBook>();
        services.AddSingleton<GrantTurn>();
        services.AddSingleton<FaceKeeper>();
        services.AddSingleton<ReceiptLedger>();
        services.AddSingleton<ReceiptBell>();
        services.AddSingleton<GrantEnds>();
        services.AddSingleton<GrantViews>();
        services.AddSingleton<GrantVehicles>();
        services.AddSingleton<VehicleEnds>();
        services.AddSingleton<GrantErasure>();
        services.AddSingleton<GrantFaces>();
        services.AddSingleton<WorkerErasure>();
        services.AddSingleton<GrantScenes>();
        // Only a new face needs the models: listing from the command line should not load them.
        services.AddSingleton(provider => new Lazy<EnrolmentPhotos>(() => new EnrolmentPhotos(
            new Lazy<IEnrolmentExaminer>(provider.GetRequiredService<IEnrolmentExaminer>),
            provider.GetRequiredService<IFaceGallery>(),
            provider.GetRequiredService<IOptions<ResidentsOptions>>().Value)));
        services.AddSingleton<IGrantDesk, GrantRegistry>();
        services.AddSingleton<ICompoundDesk, CompoundDesk>();
        services.AddSingleton<IPeople, CompoundPeople>();
        services.AddSingleton<GrantsStart>();
        services.AddHostedService(provider => provider.GetRequiredService<GrantsStart>());
        services.AddSingleton<GrantEntries>();
        services.AddHostedService(provider => provider.GetRequiredService<GrantEntries>());
        services.AddSingleton<ReceiptKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ReceiptKeeper>());
        return services;
    }

    private static byte[] Key(IServiceProvider provider) =>
        KeyFile.LoadOrCreate(Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "keys", "grants.key"));

    private static GrantDatabase Open(IServiceProvider provider)
    {
        // First, for the lock of the data directory that it holds.
        var journal = provider.GetRequiredService<IJournal>();
        var file = Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "grants.db");
        var damage = GrantDamage.SetAsideIfDamaged(file, provider.GetRequiredService<TimeProvider>());
        var logger = provider.GetRequiredService<ILogger<GrantDatabase>>();
        if (damage is not null)
        {
            var finding = JsonSerializer.Deserialize<DeviceHealthData>(damage.Data.Span, JsonSerializerOptions.Web)!;
            GrantsLog.RegistryDamaged(logger, finding.Reason.En);
        }

        provider.GetRequiredService<GrantBook>().IsComplete = !RegistryFile.DamagedLiesBeside(file);
        return new GrantDatabase(GrantSchema.Open(file), journal, logger, damage);
    }
}
