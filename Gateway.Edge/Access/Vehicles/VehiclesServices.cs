using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Journal;
using Gateway.Edge.Secrets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Registers the vehicles' registry, their stays, move-car notices and parking reports.</summary>
internal static class VehiclesServices
{
    /// <summary>
    /// Adds <see cref="IVehicleAccess"/>, <see cref="IVehicleDesk"/>, <see cref="IVehicleStays"/>, <see cref="IMoveCarDesk"/> and
    /// <see cref="IParkingReports"/>. Needs <see cref="JournalServices.AddJournal"/>.
    /// </summary>
    public static IServiceCollection AddVehicles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGatewayIdentity(configuration);
        services.AddValidatedOptions<VehicleOptions>(configuration, VehicleOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<VehicleOptions>>().Value);
        services.AddSingleton(Open);
        services.AddSingleton(provider => new PersonalData(KeyFile.LoadOrCreate(Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "keys", "vehicles.key"))));
        services.AddSingleton<VehicleRows>();
        services.AddSingleton<NoticeRows>();
        services.AddSingleton<ParkingRows>();
        services.AddSingleton<VehicleBook>();
        services.AddSingleton<IVehicleAccess, VehicleAccess>();
        services.AddSingleton<IVehicleDesk>(provider => ActivatorUtilities.CreateInstance<VehicleRegistry>(provider, Zone(provider)));
        services.AddSingleton<StayKeeper>();
        services.AddSingleton<IVehicleStays>(provider => provider.GetRequiredService<StayKeeper>());
        services.AddSingleton(provider => new MoveCarWords(provider.GetRequiredService<VehicleOptions>().MoveCar, Zone(provider)));
        services.TryAddSingleton<IOwnerNotice>(provider =>
            new WebhookOwnerNotice(provider.GetRequiredService<VehicleOptions>().MoveCar, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<NoticeKeys>();
        services.AddSingleton<NoticeBell>();
        services.AddSingleton<NoticeIntake>();
        services.AddSingleton<IMoveCarDesk, MoveCarDesk>();
        services.AddSingleton<IParkingReports, ParkingDesk>();
        services.AddSingleton<VehicleErasure>();
        services.AddSingleton<PlateErasure>();
        services.AddSingleton<VehiclesStart>();
        services.AddHostedService(provider => provider.GetRequiredService<VehiclesStart>());
        services.AddHostedService<VehicleWatch>();
        services.AddHostedService<NoticeSender>();
        return services;
    }

    private static TimeZoneInfo Zone(IServiceProvider provider) =>
        TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<VehicleOptions>().TimeZone);

    private static VehicleDatabase Open(IServiceProvider provider)
    {
        // First, for the lock of the data directory that it holds.
        var journal = provider.GetRequiredService<IJournal>();
        var file = Path.Combine(provider.GetRequiredService<JournalPaths>().Root, "vehicles.db");
        var damage = VehicleDamage.SetAsideIfDamaged(file, provider.GetRequiredService<TimeProvider>());
        var logger = provider.GetRequiredService<ILogger<VehicleDatabase>>();
        if (damage is not null)
        {
            var finding = JsonSerializer.Deserialize<DeviceHealthData>(damage.Data.Span, JsonSerializerOptions.Web)!;
            VehiclesLog.RegistryDamaged(logger, finding.Reason.En);
        }

        return new VehicleDatabase(VehicleSchema.Open(file), journal, logger, damage);
    }
}
