using Gateway.Edge.Orders;
using Gateway.Edge.Passages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>Registers what becomes of the charging points' reports, and of the orders to them.</summary>
internal static class ChargingServices
{
    public static IServiceCollection AddCharging(this IServiceCollection services)
    {
        services.TryAddSingleton<DeviceOrders>();
        return services.AddSingleton<IObservationMapping, ChargingMapping>();
    }
}
