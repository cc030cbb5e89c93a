using Gateway.Cloud.Contract.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Registers the vehicles' registry, their stays, move-car notices and parking reports.</summary>
internal static class VehiclesServices
{
    /// <summary>
    /// Adds <see cref="IVehicleAccess"/>, <see cref="Registry.IVehicleDesk"/>, <see cref="Stays.IVehicleStays"/>,
    /// <see cref="MoveCar.IMoveCarDesk"/> and <see cref="Parking.IParkingReports"/>. Needs the journal.
    /// </summary>
    public static IServiceCollection AddVehicles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGatewayIdentity(configuration);
        services.AddValidatedOptions<VehicleOptions>(configuration, VehicleOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
