using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>A vehicle barrier as the property staff see it.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Position">Name of a <see cref="BarrierPosition"/>.</param>
/// <param name="Mode">Name of a <see cref="BarrierMode"/>.</param>
internal sealed record BarrierStatus(string Id, LocalizedText Name, string Position, string Mode)
{
    public static BarrierStatus Of(IVehicleBarrier barrier) =>
        new(barrier.Id.Value, barrier.Name.Localized(), barrier.Position.ToString(), barrier.Mode.ToString());
}
