using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>A charging point as the property staff see it.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Outlets">In the order of the hardware file.</param>
internal sealed record ShedView(string Id, LocalizedText Name, IReadOnlyList<OutletView> Outlets)
{
    public static ShedView Of(IChargingPoint point) => new(point.Id.Value, point.Name.Localized(), [.. point.Outlets.Select(OutletView.Of)]);
}
