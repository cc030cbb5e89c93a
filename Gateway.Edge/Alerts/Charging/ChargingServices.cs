using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>Registers what becomes of the charging points' reports.</summary>
internal static class ChargingServices
{
    public static IServiceCollection AddCharging(this IServiceCollection services) => services.AddSingleton<IObservationMapping, ChargingMapping>();
}
