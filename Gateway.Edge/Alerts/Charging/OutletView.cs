using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>An outlet as the property staff see it.</summary>
/// <param name="Id">Unique in its charging point.</param>
/// <param name="State">Name of an <see cref="OutletState"/>.</param>
/// <param name="Reason">Why it is in this state.</param>
/// <param name="Since">When the state began.</param>
/// <param name="PowerWatts">W; null while the meter does not answer.</param>
/// <param name="EnergyWattHours">The meter's counter, Wh; null where it has none.</param>
/// <param name="TemperatureCelsius">°C; null where nothing measures it.</param>
internal sealed record OutletView(
    string Id, string State, LocalizedText Reason, DateTimeOffset Since, double? PowerWatts, double? EnergyWattHours, double? TemperatureCelsius)
{
    public static OutletView Of(OutletStatus outlet) => new(
        outlet.Id,
        outlet.State.ToString(),
        outlet.Reason.Localized(),
        outlet.Since,
        Finite(outlet.Meter?.Power),
        Finite(outlet.Meter?.Energy),
        Finite(outlet.Meter?.Temperature));

    /// <summary>JSON knows no NaN, and a meter may show anything.</summary>
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 2) : null;
}
