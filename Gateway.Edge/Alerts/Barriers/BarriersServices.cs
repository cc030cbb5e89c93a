using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>Registers what becomes of the barriers' reports.</summary>
internal static class BarriersServices
{
    public static IServiceCollection AddBarriers(this IServiceCollection services) => services.AddSingleton<IObservationMapping, BarrierMapping>();
}
