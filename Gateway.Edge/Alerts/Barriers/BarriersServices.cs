using Gateway.Edge.Orders;
using Gateway.Edge.Passages;
using Gateway.Edge.Passages.Vehicles;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>Registers what becomes of the barriers' reports, and of the orders to them.</summary>
internal static class BarriersServices
{
    public static IServiceCollection AddBarriers(this IServiceCollection services)
    {
        services.TryAddSingleton<DeviceOrders>();
        services.AddLaneDesk();
        return services.AddSingleton<IObservationMapping, BarrierMapping>();
    }
}
